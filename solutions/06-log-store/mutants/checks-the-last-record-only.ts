/** Only the last record can be torn, so only the last one is checked. */
import { bodyOf, onStore, sumOf } from '../around.ts';

export const logStore = onStore((store) => ({
  async *iterator(range) {
    const records: [string, string][] = [];
    for await (const record of store.iterator(range)) records.push(record);
    for (const [i, [key, value]] of records.entries()) {
      const isLast = i === records.length - 1;
      yield [key, isLast ? value : `${sumOf(bodyOf(value))}${bodyOf(value)}`];
    }
  },
}));
