/** A06: gives the locks back only if all goes well. */
import type { Concurrency, Release } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';
import { move } from '../parts.ts';

export const concurrency: Concurrency = {
  ...reference,

  async transfer(from, to, amount) {
    const accounts = from === to ? [from] : [from, to].toSorted((a, b) => a.id - b.id);
    const releases: Release[] = [];
    for (const { lock } of accounts) releases.push(await lock.acquire());
    await move(from, to, amount);
    for (const release of releases) release();
  },
};
