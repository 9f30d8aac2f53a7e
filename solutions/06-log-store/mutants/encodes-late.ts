/** Looks at what it was given only after a moment. */
import { withLog } from '../around.ts';

export const logStore = withLog((log) => ({
  async save(changes) {
    await undefined;
    return log.save(changes);
  },
}));
