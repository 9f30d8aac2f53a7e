/** The tenth record comes before the second. */
import { keyOf, onStore } from '../around.ts';

export const logStore = onStore((store) => ({
  batch: (operations, options) =>
    store.batch(
      operations.map((each) => ({ ...each, key: String(Number(each.key)) })),
      options,
    ),
  async *iterator(range) {
    let position = 0;
    for await (const [, value] of store.iterator(range)) yield [keyOf(position++), value];
  },
}));
