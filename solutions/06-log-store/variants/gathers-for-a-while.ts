/** Waits a few moments for company before it writes. */
import { onStore } from '../around.ts';

export const logStore = onStore((store) => ({
  async batch(operations, options) {
    for (let moment = 0; moment < 10; moment += 1) await undefined;
    return store.batch(operations, options);
  },
}));
