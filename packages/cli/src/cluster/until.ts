/** Waits for something that can only be seen by looking again and again. */
import { setTimeout as pause } from 'node:timers/promises';

export interface Patience {
  /** For how long to look, and how often, in milliseconds. */
  within: number;
  every: number;
  /** Ends the waiting by a throw. */
  signal: AbortSignal;
}

/** The first thing seen; nothing if the time was up before. Looks at least once. */
export async function until<T>(look: () => Promise<T | undefined>, patience: Patience): Promise<T | undefined> {
  const end = performance.now() + patience.within;
  for (;;) {
    patience.signal.throwIfAborted();
    const seen = await look();
    if (seen !== undefined || performance.now() >= end) return seen;
    await pause(patience.every, undefined, { signal: patience.signal });
  }
}

/** A signal that never comes, for whoever cannot be interrupted. */
export const uninterrupted = new AbortController().signal;
