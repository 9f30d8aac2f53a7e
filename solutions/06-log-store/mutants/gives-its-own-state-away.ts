/** What it gives to the caller is what it goes on with. */
import { applyChanges } from '@weekend/protocol';
import { withLog } from '../around.ts';

export const logStore = withLog((log) => ({
  save(changes) {
    applyChanges(log.saved, changes);
    return log.save(changes);
  },
}));
