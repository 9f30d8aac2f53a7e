/** What the explorer answers. A budget that was spent is never a proof. */
import type { Address, Shape, Trace } from '@weekend/protocol';

export type Verdict<S extends Shape> = Counts & (Searched<S> | Found<S>);

/**
 * `exhausted`: every state there is, within the prunes, was looked at: a goal that is not reached can't be. `budget-spent`:
 * not every state was; nothing wrong was found among those that were. `reached`: all goals are, and the search was
 * to end there.
 */
export interface Searched<S extends Shape> {
  kind: 'exhausted' | 'budget-spent' | 'reached';
  goals: readonly GoalResult<S>[];
}

/** The shortest run there is, if it was found breadth first; else one that was shrunk. */
export type Found<S extends Shape> =
  | { kind: 'violated'; rule: string; message: string; run: Run<S> }
  /** A handler threw `error`, or asked for something impossible. */
  | { kind: 'threw'; node: Address; message: string; error: unknown; run: Run<S> }
  /** A handler, or the state, is not what the contract wants: the answers of the search would mean nothing. */
  | { kind: 'broken-contract'; node: Address; message: string; run: Run<S> };

export interface GoalResult<S extends Shape> {
  name: string;
  reached: boolean;
  /** 0 if it is reached; of the nearest run, if the goal has a measure. */
  distance?: number;
  /** To the goal or, where none gets there, the nearest one by its measure. */
  run?: Run<S>;
}

export interface Run<S extends Shape> {
  /** Deliveries, timers, crashes, boots after the start, injections, losses, repetitions. */
  steps: number;
  /** As the simulator writes it, but that `at` counts the steps, since here is no clock. */
  trace: Trace<S>;
}

export interface Counts {
  /** Distinct states of the whole cluster. */
  states: number;
  /** Steps from one state to another, or to one that was known. */
  transitions: number;
  /** How often a handler was called to learn what it does; it is called twice or more each time. */
  turns: number;
  /** The longest of the shortest ways from the start, among states that were looked at. */
  depth: number;
  /** Steps that led out of `within`. */
  outside: number;
  /** What the search keeps in memory, estimated from counts. */
  bytes: number;
}
