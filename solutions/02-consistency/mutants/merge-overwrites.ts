/** C06: the second clock’s entries replace the first’s, so that a clock goes backwards. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  mergeClocks: (a, b) => ({ ...a, ...b }),
};
