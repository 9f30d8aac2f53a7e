/** Stage 01: concurrency, on one thread and on many. One milestone a file, in the order in which one writes the code. */
import type { Concurrency } from '@weekend/concurrency';
import type { Suite } from '../suite.ts';
import { amdahl } from './amdahl.ts';
import { atMost } from './at-most.ts';
import { channel } from './channel.ts';
import { future } from './future.ts';
import { longLoop } from './long-loop.ts';
import { lostUpdate } from './lost-update.ts';
import { mutex } from './mutex.ts';
import { oneAfterAnother } from './one-after-another.ts';
import { sharedCounter } from './shared-counter.ts';
import { twoLocks } from './two-locks.ts';
import { workers } from './workers.ts';

export const concurrency: Suite<Concurrency> = {
  stage: 'concurrency',
  handlers: [
    'oneAfterAnother',
    'allAtOnce',
    'atMost',
    'longLoop',
    'future',
    'incrementUnsafely',
    'incrementSafely',
    'mutex',
    'channel',
    'transfer',
    'countPrimes',
    'countPrimesOn',
    'addUnsafely',
    'addSafely',
    'speedUp',
  ],
  milestones: [
    oneAfterAnother,
    atMost,
    longLoop,
    future,
    lostUpdate,
    mutex,
    channel,
    twoLocks,
    workers,
    sharedCounter,
    amdahl,
  ],
  async: true,
};
