/** close waits, and lets more in. */
import { withLog } from '../around.ts';

export const logStore = withLog((log) => {
  let last = Promise.resolve();
  return {
    save: (changes) => (last = log.save(changes)),
    close: () => last.catch(() => {}),
  };
});
