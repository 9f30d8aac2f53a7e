/** A batch that fails is nobody's concern. */
import { onStore } from '../around.ts';

export const logStore = onStore((store) => ({
  batch: (operations, options) => store.batch(operations, options).catch(() => {}),
}));
