/** At most sixteen saves a group. */
import type { LogStore } from '@weekend/log-store';
import { copy } from '@weekend/protocol';
import { withLog } from '../around.ts';

const most = 16;

export const logStore: LogStore = withLog((log) => {
  let last: Promise<void> = Promise.resolve();
  let group: Promise<void> | undefined;
  let size = 0;
  return {
    save(changes) {
      const copied = copy(changes);
      if (group === undefined || size === most) {
        group = last.then(() => {
          group = undefined;
        });
        size = 0;
      }
      size += 1;
      const saved = group.then(() => log.save(copied));
      last = saved;
      return saved;
    },
    async close() {
      await last.catch(() => {});
      await log.close();
    },
  };
});
