/** K30: replaying throws on a partial last record. */
import { onStore } from '../around.ts';

export const logStore = onStore((store) => ({
  async batch(operations, options) {
    if (operations[0]?.type === 'del') throw new Error(`Cannot open the log: record ${operations[0].key} is damaged`);
    return store.batch(operations, options);
  },
}));
