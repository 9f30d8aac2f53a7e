/** close lets no other save in, and does not wait for those that are. */
import { withLog } from '../around.ts';

export const logStore = withLog((log) => ({
  async close() {
    void log.close();
  },
}));
