/** A history of one register: what clients asked, when, and what came of it. At first the register holds null. */

export type History = readonly Operation[];

/**
 * Times are numbers on one clock. An operation precedes another if it completed before the other was called, strictly: with
 * equal times they overlap.
 */
export interface Operation {
  /** Who asked. It does one thing at a time. After an `info` its name does not come back. */
  process: number | string;
  input: RegisterInput;
  call: number;
  completion: /** It took effect between `call` and `at`. `output`: a read's value; whether a `cas` has set; null for a write. */
    | { kind: 'ok'; at: number; output: string | number | boolean | null }
    /** It did not happen. */
    | { kind: 'fail' }
    /** Nobody knows: it took effect at some time after its call, however late, or never. */
    | { kind: 'info' };
}

export type RegisterInput =
  | { kind: 'read' }
  | { kind: 'write'; value: string | number }
  /** Compare and set: puts `to` if the register holds `from`, and does nothing otherwise. */
  | { kind: 'cas'; from: string | number | null; to: string | number };

/** From the strongest to the weakest. */
export type ConsistencyModel = 'linearizable' | 'sequential' | 'causal' | 'eventual';
