/** Settles when the batch can be read, and syncs after that. */
import { onStore } from '../around.ts';

export const logStore = onStore((store) => ({
  async batch(operations) {
    await store.batch(operations);
    store.batch([], { sync: true }).catch(() => {});
  },
}));
