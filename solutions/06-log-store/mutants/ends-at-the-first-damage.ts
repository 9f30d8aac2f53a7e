/** A damaged record is taken for the torn tail, whatever follows. */
import { isWhole, onStore } from '../around.ts';

export const logStore = onStore((store) => ({
  async *iterator(range) {
    for await (const record of store.iterator(range)) {
      yield record;
      if (!isWhole(record[1])) return;
    }
  },
}));
