/** Does not read again what it has written itself: somebody else may have written since. */
import type { Cell, Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

const written = new WeakMap<Cell, number>();

export const concurrency: Concurrency = {
  ...reference,

  async incrementSafely(cell, lock) {
    await lock.run(async () => {
      const value = (written.get(cell) ?? (await cell.read())) + 1;
      await cell.write(value);
      written.set(cell, value);
    });
  },
};
