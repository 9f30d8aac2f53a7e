/** What a killed process has left unsynced is read, and believed, and not synced. */
import { onStore } from '../around.ts';

export const logStore = onStore((store) => {
  let isOpening = true;
  return {
    batch(operations, options) {
      const sync = !isOpening && options?.sync === true;
      isOpening = false;
      return store.batch(operations, { sync });
    },
  };
});
