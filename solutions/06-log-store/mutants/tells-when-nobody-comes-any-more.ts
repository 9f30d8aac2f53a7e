/** Tells of no save before nothing is left to write: as long as others come, nobody hears anything. */
import { withLog } from '../around.ts';

export const logStore = withLog((log) => {
  let underWay = 0;
  const waiting: (() => void)[] = [];
  const done = () => {
    underWay -= 1;
    if (underWay === 0) for (const tell of waiting.splice(0)) tell();
  };
  return {
    async save(changes) {
      underWay += 1;
      const saved = log.save(changes);
      const quiet = new Promise<void>((tell) => waiting.push(tell));
      saved.then(done, done);
      await saved;
      await quiet;
    },
  };
});
