/** K27: acknowledged from memory, written later. */
import { withLog } from '../around.ts';

export const logStore = withLog((log) => ({
  async save(changes) {
    log.save(changes).catch(() => {});
  },
}));
