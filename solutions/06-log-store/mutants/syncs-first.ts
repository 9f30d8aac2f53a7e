/** Syncs, and then writes what should have been synced. */
import { onStore } from '../around.ts';

export const logStore = onStore((store) => ({
  async batch(operations) {
    await store.batch([], { sync: true });
    await store.batch(operations);
  },
}));
