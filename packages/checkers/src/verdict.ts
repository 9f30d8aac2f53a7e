/** What a checker says of a history, and how much it may use to find out. */

export type Verdict = Ok | Illegal | Unknown;

/** The history is allowed. */
export interface Ok {
  readonly kind: 'ok';
  readonly steps: number;
}

/** The history is not allowed, whatever became of the operations whose outcome is unknown. */
export interface Illegal {
  readonly kind: 'illegal';
  readonly steps: number;
  /** Worked out when it is first read: to make it small takes longer than the verdict. */
  readonly evidence: Evidence;
}

/** Nobody knows. Never to be taken for a pass. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly steps: number;
  /** `data`: the checker does not apply to operations like these. */
  readonly ranOut: 'steps' | 'memory' | 'data';
  readonly words: string;
}

export interface Evidence {
  /** What is broken: `linearizability`, `WriteCORead`. */
  readonly rule: string;
  /** Positions in the history of the operations that prove it, in the order in which they are best told. */
  readonly operations: readonly number[];
  readonly words: string;
}

/** Steps and bytes, never seconds: equal histories get equal verdicts on every machine. */
export interface Budget {
  /** Operations tried and configurations compared, all in all. Ten million take some seconds. 50 million if left out. */
  readonly steps?: number;
  /** Memory that a search may fill, about. 1 GiB if left out. */
  readonly bytes?: number;
}

export type Limit = Required<Budget>;

export function limitOf(budget: Budget): Limit {
  return { steps: budget.steps ?? 50_000_000, bytes: budget.bytes ?? 2 ** 30 };
}

export function ok(steps: number): Ok {
  return { kind: 'ok', steps };
}

export function illegal(steps: number, findEvidence: () => Evidence): Illegal {
  let found: Evidence | undefined;
  return {
    kind: 'illegal',
    steps,
    get evidence() {
      found ??= findEvidence();
      return found;
    },
  };
}

export function ranOutOf(what: 'steps' | 'memory', steps: number, limit: Limit): Unknown {
  const allowed = what === 'steps' ? `${limit.steps} steps` : `${limit.bytes} bytes of memory`;
  const words = `Gave up after ${steps} steps without a verdict: ${allowed} were allowed, and it takes more; give it more, or check a shorter history.`;
  return { kind: 'unknown', steps, ranOut: what, words };
}

export function doesNotApply(words: string): Unknown {
  return { kind: 'unknown', steps: 0, ranOut: 'data', words };
}
