/** Checks every record that is there, and not that every record is there. */
import { keyOf, onStore } from '../around.ts';

export const logStore = onStore((store) => ({
  async *iterator(range) {
    let position = 0;
    for await (const [, value] of store.iterator(range)) yield [keyOf(position++), value];
  },
}));
