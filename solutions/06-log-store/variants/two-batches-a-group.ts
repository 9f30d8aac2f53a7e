/** Writes a group without a sync, and then syncs with an empty batch. */
import { onStore } from '../around.ts';

export const logStore = onStore((store) => ({
  async batch(operations, options) {
    await store.batch(operations);
    if (options?.sync) await store.batch([], { sync: true });
  },
}));
