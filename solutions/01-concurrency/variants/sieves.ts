/** Counts primes with a sieve, and gives the last worker what is left over. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  countPrimes(from, to) {
    const composite = new Uint8Array(Math.max(to, 2));
    composite.fill(1, 0, 2);
    for (let prime = 2; prime * prime < to; prime += 1)
      if (!composite[prime])
        for (let multiple = prime * prime; multiple < to; multiple += prime) composite[multiple] = 1;
    return composite.subarray(from, Math.max(from, to)).reduce((primes, each) => primes + (each ? 0 : 1), 0);
  },

  async countPrimesOn(workers, from, to) {
    const part = Math.floor((to - from) / workers.count);
    const counts = Array.from({ length: workers.count }, (_each, index) => {
      const start = from + index * part;
      return workers.run(start, index === workers.count - 1 ? to : start + part);
    });
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  },
};
