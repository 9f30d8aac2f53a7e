/** What was deleted stays deleted, whoever writes it again later. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  newest(a, b) {
    if ((a.value === null) !== (b.value === null)) return a.value === null ? a : b;
    return reference.newest(a, b);
  },
};
