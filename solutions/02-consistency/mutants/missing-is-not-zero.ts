/** Takes a clock that names a replica with 0 for more than one that does not name it. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  compareClocks(a, b) {
    const order = reference.compareClocks(a, b);
    if (order !== 'equal') return order;
    const more = Object.keys(a).length - Object.keys(b).length;
    return more === 0 ? 'equal' : more < 0 ? 'before' : 'after';
  },
};
