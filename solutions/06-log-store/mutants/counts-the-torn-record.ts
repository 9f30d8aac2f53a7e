/** K34: after a torn record was cut off, the next one gets the number after it, and its own stays empty. */
import { keyOf, onStore } from '../around.ts';

export const logStore = onStore((store) => {
  let skipped = 0;
  return {
    batch(operations, options) {
      if (operations[0]?.type === 'del') skipped = 1;
      const moved = operations.map((each) =>
        each.type === 'put' ? { ...each, key: keyOf(Number(each.key) + skipped) } : each,
      );
      return store.batch(moved, options);
    },
  };
});
