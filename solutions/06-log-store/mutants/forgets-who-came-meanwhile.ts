/** What comes while a group is being written waits for the next save to come, and not for the group to be done. */
import { copy } from '@weekend/protocol';
import { withLog } from '../around.ts';

export const logStore = withLog((log) => {
  const waiting: (() => void)[] = [];
  let writing = 0;
  return {
    save(changes) {
      const copied = copy(changes);
      return new Promise((resolve, reject) => {
        waiting.push(() => {
          writing += 1;
          const done = () => {
            writing -= 1;
          };
          const saved = log.save(copied);
          saved.then(done, done);
          saved.then(resolve, reject);
        });
        if (writing === 0) for (const start of waiting.splice(0)) start();
      });
    },
  };
});
