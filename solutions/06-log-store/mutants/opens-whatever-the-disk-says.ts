/** The sync with which it opens may fail, and it goes on as if nothing had been. */
import { onStore } from '../around.ts';

export const logStore = onStore((store) => {
  let isOpen = false;
  return {
    batch(operations, options) {
      const done = store.batch(operations, options);
      if (isOpen) return done;
      isOpen = true;
      return done.catch(() => {});
    },
  };
});
