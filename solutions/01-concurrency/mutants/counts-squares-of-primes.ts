/** Stops one divisor too early. */
import type { Concurrency } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  countPrimes(from, to) {
    let primes = 0;
    for (let number = from; number < to; number += 1) {
      let prime = number > 1;
      for (let divisor = 2; divisor * divisor < number; divisor += 1) if (number % divisor === 0) prime = false;
      if (prime) primes += 1;
    }
    return primes;
  },
};
