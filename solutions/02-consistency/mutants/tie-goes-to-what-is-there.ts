/** Of two versions with equal times the one that is there already stays. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  newest: (a, b) => (b.time > a.time ? b : a),
};
