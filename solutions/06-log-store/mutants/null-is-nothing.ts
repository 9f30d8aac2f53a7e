/** A field that is saved as null is not there after a restart. */
import { logStore as reference } from '../log-store.ts';

export const logStore = {
  async open(store: Parameters<typeof reference.open>[0]) {
    const log = await reference.open(store);
    for (const [field, value] of Object.entries(log.saved)) if (value === null) delete log.saved[field];
    return log;
  },
};
