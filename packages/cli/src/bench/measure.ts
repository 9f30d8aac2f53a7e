/** All that is measured of one cluster. */

import { say } from '../words/say.ts';
import { type Load, quantile, type Rate, rateOf } from './load.ts';
import type { Store } from './store.ts';

export type Work = 'write' | 'consistent read' | 'stale read';

export interface Measured extends Rate {
  work: Work;
  inFlight: number;
  /** Of the leader's disk. */
  syncsPerSecond?: number;
}

/** What is asked, and with how many requests under way. */
export const works: readonly (readonly [Work, readonly number[]])[] = [
  ['write', [1, 16, 64, 256]],
  ['consistent read', [1, 64, 256]],
  ['stale read', [1, 64, 256]],
];

export function workInWords(work: Work): string {
  switch (work) {
    case 'write':
      return say('bench-write');
    case 'consistent read':
      return say('bench-consistent-read');
    case 'stale read':
      return say('bench-stale-read');
    default:
      return work satisfies never;
  }
}

export const valueBytes = 256;
const value = 'v'.repeat(valueBytes);
const keys = 10_000;
/** At most so long, in milliseconds, does a load run before it counts. */
const longestWarmUp = 1_000;

/** `measured`: milliseconds for each. `tell` hears what comes next. */
export async function measureLoads(store: Store, measured: number, tell: (line: string) => void): Promise<Measured[]> {
  const results: Measured[] = [];
  const warmUp = Math.min(longestWarmUp, measured);
  for (const [work, sizes] of works)
    for (const inFlight of sizes) {
      tell(say('bench-load', { store: store.name, work: workInWords(work), count: inFlight }));
      const ask = askingFor(store, work);
      results.push({ work, inFlight, ...(await measureOne(store, { inFlight, measured, warmUp, ask })) });
    }
  return results;
}

async function measureOne(store: Store, load: Load): Promise<Rate & { syncsPerSecond?: number }> {
  const [before, begin] = [await store.syncs(), performance.now()];
  const rate = await rateOf(load);
  const [after, end] = [await store.syncs(), performance.now()];
  if (before === undefined || after === undefined) return rate;
  return { ...rate, syncsPerSecond: (after - before) / ((end - begin) / 1000) };
}

/** Keys in turns, so that each is there when it is read. */
function askingFor(store: Store, work: Work): Load['ask'] {
  switch (work) {
    case 'write':
      return (turn) => store.put(`key-${turn % keys}`, value);
    case 'consistent read':
      return (turn) => store.get(`key-${turn % keys}`, true);
    case 'stale read':
      return (turn) => store.get(`key-${turn % keys}`, false);
    default:
      return work satisfies never;
  }
}

export interface FailOvers {
  times: number;
  /** Milliseconds. */
  median: number;
  worst: number;
}

export async function measureFailOvers(store: Store, times: number, tell: (line: string) => void): Promise<FailOvers> {
  tell(say('bench-kills', { store: store.name, times }));
  const took: number[] = [];
  for (let i = 0; i < times; i++) took.push(await store.failOver());
  const sorted = took.sort((a, b) => a - b);
  return { times, median: quantile(sorted, 0.5), worst: quantile(sorted, 1) };
}
