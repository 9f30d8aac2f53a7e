/** A damaged record is left out, wherever it stands. */
import { isWhole, keyOf, onStore } from '../around.ts';

export const logStore = onStore((store) => {
  const positions: string[] = [];
  return {
    async *iterator(range) {
      for await (const [key, value] of store.iterator(range)) {
        if (isWhole(value)) yield [keyOf(positions.length), value];
        if (isWhole(value)) positions.push(key);
      }
    },
  };
});
