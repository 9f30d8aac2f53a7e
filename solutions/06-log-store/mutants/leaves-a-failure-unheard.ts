/** Something of its own waits for the write, and nobody for that. */
import { withLog } from '../around.ts';

export const logStore = withLog((log) => ({
  save(changes) {
    const saved = log.save(changes);
    void saved.then(() => {});
    return saved;
  },
}));
