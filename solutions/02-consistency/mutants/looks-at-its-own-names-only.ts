/** C05: compares only the entries that the first clock names. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  compareClocks(a, b) {
    const names = Object.keys(a);
    return reference.compareClocks(a, Object.fromEntries(names.map((name) => [name, b[name] ?? 0])));
  },
};
