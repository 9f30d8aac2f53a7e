/** Whoever comes while a group is being written is told with that group that it is durable. */
import { withLog } from '../around.ts';

export const logStore = withLog((log) => {
  let writing: Promise<void> | undefined;
  return {
    save(changes) {
      const saved = log.save(changes);
      const done = () => {
        writing = undefined;
      };
      saved.catch(() => {});
      if (!writing) {
        writing = saved;
        saved.then(done, done);
      }
      return writing;
    },
  };
});
