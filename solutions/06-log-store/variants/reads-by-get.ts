/** Looks for the last key, and reads every record up to it by its own. */
import { keyOf, onStore } from '../around.ts';

export const logStore = onStore((store) => ({
  async *iterator() {
    let last: string | undefined;
    for await (const [key] of store.iterator({ reverse: true })) {
      last = key;
      break;
    }
    for (let position = 0; last !== undefined && keyOf(position) <= last; position += 1) {
      const value = await store.get(keyOf(position));
      if (value !== undefined) yield [keyOf(position), value];
    }
  },
}));
