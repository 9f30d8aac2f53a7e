/** A model: what a correct object does when it is used by one client at a time. */

export interface Model<State, Input, Output> {
  /** How a verdict calls it: `register`, `key-value store`. */
  readonly name: string;

  /** States, inputs and outputs are plain data. `undefined` is not a state. */
  readonly initial: State;

  /**
   * The state after `input`, if an object in `state` may answer `output` to it; `undefined` if it may not. An `output` of
   * `undefined` is not known: every answer is allowed. Pure: `state` stays as it was, and equal questions get equal answers.
   */
  step(state: State, input: Input, output: Output | undefined): State | undefined;

  /** Cuts a history into parts that know nothing of each other, each with a state of its own: the keys of a store. */
  partition?(input: Input): string;

  /** True if an operation that answered `output` changes no state whatever. A promise: a wrong `true` gives wrong verdicts. */
  readOnly?(input: Input, output: Output | undefined): boolean;

  /**
   * The operation as a plain read or write of one value, `undefined` where it is something else. Reads before any write
   * answer `initial`. The causal and session checkers see a history only through this.
   */
  access?(input: Input, output: Output | undefined): Access | undefined;

  /** For speed alone, where a state grows by small steps until something replaces it whole: a text that is appended to. */
  readonly growth?: Growth<State, Input, Output>;

  /** An operation in words: `write 3`, `read → 3`. */
  describe?(input: Input, output: Output | undefined): string;
}

/** Lets a search see early that a read can no longer be answered, whatever comes. */
export interface Growth<State, Input, Output> {
  /** The state that `input` leaves whenever it changes anything, whatever was there before. `undefined` if it only grows it. */
  sets(input: Input): State | undefined;

  /** False if no state that grew out of `state`, itself included, can answer `output` to `input`, which is a read. */
  mayYetAnswer(state: State, input: Input, output: Output): boolean;
}

export interface Access {
  readonly kind: 'read' | 'write';
  /** Which of several registers; the empty string if there is only one. */
  readonly key: string;
  readonly value: unknown;
}
