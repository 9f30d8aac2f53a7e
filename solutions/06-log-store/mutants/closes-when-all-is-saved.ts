/** Lets others in until it is closed, and not until it was asked to close. */
import { withLog } from '../around.ts';

export const logStore = withLog((log) => {
  let last = Promise.resolve();
  return {
    save(changes) {
      last = log.save(changes);
      return last;
    },
    async close() {
      await last.catch(() => {});
      await log.close();
    },
  };
});
