/** What the grader and a thread of its tell each other. */

/** What a thread is started with. */
export interface Start {
  submission: string;
  fences: readonly string[];
}

export type Job =
  | { kind: 'count-primes'; from: number; to: number }
  /** Adds to a counter that other threads add to as well. All begin when `all` of them are at the `gate`. */
  | { kind: 'add'; counter: Int32Array; times: number; gate: Int32Array; all: number }
  /** Adds to a counter alone, interrupted on the given occasions by another thread, which adds 1 each time. */
  | { kind: 'rehearse'; way: Way; times: number; interruptions: readonly number[] };

/** Somebody who has loaded the submission, and does one job after another. */
export interface DoesJobs {
  /** Waits until it is done. Fails with `StageThrew` if the submission throws there. */
  do(job: Job): Promise<unknown>;
}

export type Way = 'addSafely' | 'addUnsafely';

/** How a rehearsal went. */
export interface Rehearsed {
  value: number;
  /** What the other thread has added. */
  added: number;
  /** How often `Atomics` was used. */
  atomics: number;
  /** Whether the counter changed by another way than through the array that was given. */
  unseen: boolean;
  story: readonly string[];
}

/** What the grader says. */
export type Order = { kind: 'job'; job: Job } | { kind: 'I am here' };

/** What the thread says, the last three of them once for each job, and of those but one. */
export type Report =
  | { kind: 'ready' }
  /** The submission does not load in a thread. */
  | { kind: 'refused'; error: Thrown }
  /** Only who has the event loop free can answer. */
  | { kind: 'are you there?' }
  | { kind: 'done'; value: unknown }
  | { kind: 'threw'; error: Thrown };

/** An error loses its class and its name on the way between threads. */
export interface Thrown {
  name: string;
  message: string;
  stack: string;
}
