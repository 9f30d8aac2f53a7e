/** What is written at once is encoded at once; what has to wait is encoded when its turn comes. */
import { withLog } from '../around.ts';

export const logStore = withLog((log) => {
  let last = Promise.resolve();
  let underWay = 0;
  return {
    save(changes) {
      const isAlone = underWay === 0;
      underWay += 1;
      const saved = isAlone ? log.save(changes) : last.then(() => log.save(changes));
      const done = () => {
        underWay -= 1;
      };
      saved.then(done, done);
      last = saved;
      return saved;
    },
  };
});
