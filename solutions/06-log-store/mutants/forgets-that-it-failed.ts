/** The save that failed says so, and the later ones settle as if all were well. */
import { withLog } from '../around.ts';

export const logStore = withLog((log) => {
  let failed = false;
  return {
    async save(changes) {
      if (failed) return;
      try {
        await log.save(changes);
      } catch (error) {
        failed = true;
        throw error;
      }
    },
  };
});
