/** Compares counts as texts, so that 10 comes before 9. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  compareClocks(a, b) {
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    const isLess = names.some((name) => String(a[name] ?? 0) < String(b[name] ?? 0));
    const isMore = names.some((name) => String(a[name] ?? 0) > String(b[name] ?? 0));
    if (isLess && isMore) return 'concurrent';
    return isLess ? 'before' : isMore ? 'after' : 'equal';
  },
};
