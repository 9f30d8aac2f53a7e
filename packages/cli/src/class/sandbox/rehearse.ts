/** Stage 01’s counters: the judge keeps the number, and is asked of every access to it. */
import { type Keeper, WatchedCounter } from '@weekend/concurrency/watched-counter';

type Adds = (counter: Int32Array, times: number) => void;

let current: WatchedCounter | undefined;

/** Before the student’s code is there. */
export const watchCounters = (): void => WatchedCounter.install(() => current);

/** Has one of the stage’s functions count, and gives what is in the memory then. */
export const rehearse =
  (stage: object) =>
  (way: string, times: number, keeper: Keeper): number => {
    const watched = new WatchedCounter(keeper);
    current = watched;
    try {
      (stage as Record<string, Adds>)[way]?.(watched.counter, times);
      return watched.seen;
    } finally {
      current = undefined;
    }
  };
