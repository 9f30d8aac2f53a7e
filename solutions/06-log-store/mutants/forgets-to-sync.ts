/** K27: what is written is never synced. */
import { onStore } from '../around.ts';

export const logStore = onStore((store) => ({ batch: (operations) => store.batch(operations) }));
