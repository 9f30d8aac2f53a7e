/** Time, as a coroutine asks for it. Nothing takes any but what is asked of the world. */

export type Millis = number;

export interface World {
  /** Milliseconds since the world began. */
  readonly now: Millis;
  /** Waits and gives the thread away meanwhile. `wait(0)` lets those run who are due, and goes on. */
  wait(ms: Millis): Promise<void>;
  /** Waits too, but keeps the thread: time passes, and nobody else runs. */
  block(ms: Millis): void;
}
