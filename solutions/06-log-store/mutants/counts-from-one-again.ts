/** K34: after a restart, the first record gets the first number again. */
import { keyOf, onStore } from '../around.ts';

export const logStore = onStore((store) => {
  let first: number | undefined;
  return {
    batch(operations, options) {
      const moved = operations.map((each) => {
        if (each.type === 'del') return each;
        first ??= Number(each.key);
        return { ...each, key: keyOf(Number(each.key) - first) };
      });
      return store.batch(moved, options);
    },
  };
});
