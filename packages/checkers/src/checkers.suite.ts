/**
 * What any checker of linearizability must get right, whoever wrote it: small histories of a register (initially `null`), each
 * there for one way to get it wrong. The checkers' own tests run it, and so can a stage in which students write a checker.
 */
import type { Completion, History, Operation } from './history.ts';
import type { RegisterInput, RegisterOutput, Value } from './register.ts';

export type RegisterHistory = History<RegisterInput, RegisterOutput>;

export interface CheckerCase {
  /** The rule, as a sentence. */
  readonly rule: string;
  readonly history: RegisterHistory;
  readonly isLinearizable: boolean;
}

/** The cases that a checker gets wrong, as sentences. What it throws counts as wrong. */
export function failedCases(isLinearizable: (history: RegisterHistory) => boolean): string[] {
  return checkersSuite.flatMap(({ rule, history, isLinearizable: wanted }) => {
    const answer = answerTo(isLinearizable, history);
    return answer === wanted ? [] : [`${rule}: answered ${answer}, wanted ${wanted}, for ${JSON.stringify(history)}`];
  });
}

function answerTo(isLinearizable: (history: RegisterHistory) => boolean, history: RegisterHistory): boolean | string {
  try {
    return isLinearizable(history);
  } catch (error) {
    return String(error);
  }
}

type At = readonly [call: number, completion: number];

const done = (at: number, output: RegisterOutput): Completion<RegisterOutput> => ({ kind: 'ok', at, output });

function write(process: number, value: Value, [call, at]: At): Operation<RegisterInput, RegisterOutput> {
  return { process, input: { kind: 'write', value }, call, completion: done(at, null) };
}

function read(process: number, value: Value, [call, at]: At): Operation<RegisterInput, RegisterOutput> {
  return { process, input: { kind: 'read' }, call, completion: done(at, value) };
}

function cas(
  process: number,
  [from, to]: readonly [Value, Value],
  hasSet: boolean,
  [call, at]: At,
): Operation<RegisterInput, RegisterOutput> {
  return { process, input: { kind: 'cas', from, to }, call, completion: done(at, hasSet) };
}

/** As `operation`, but it failed, or nobody knows. */
function ended(
  operation: Operation<RegisterInput, RegisterOutput>,
  kind: 'fail' | 'info',
): Operation<RegisterInput, RegisterOutput> {
  return { ...operation, completion: { kind } };
}

const unknown = (operation: Operation<RegisterInput, RegisterOutput>) => ended(operation, 'info');
const failed = (operation: Operation<RegisterInput, RegisterOutput>) => ended(operation, 'fail');

const allowed = (rule: string, ...history: RegisterHistory): CheckerCase => ({ rule, history, isLinearizable: true });
const forbidden = (rule: string, ...history: RegisterHistory): CheckerCase => ({
  rule,
  history,
  isLinearizable: false,
});

export const checkersSuite: readonly CheckerCase[] = [
  allowed('an empty history is linearizable'),
  allowed('a register holds null at first', read(1, null, [0, 1])),
  forbidden('a value that nobody wrote cannot be read', write(1, 1, [0, 1]), read(2, 2, [2, 3])),

  forbidden('real time counts: a completed write is seen by all', write(1, 1, [0, 1]), read(2, null, [2, 3])),
  forbidden(
    'real time counts: after one read saw the new value, no read sees the old one',
    write(1, 1, [0, 9]),
    read(2, 1, [1, 2]),
    read(3, null, [3, 4]),
  ),
  forbidden(
    'real time counts across processes, over a third operation',
    write(1, 1, [0, 1]),
    write(2, 2, [2, 3]),
    read(3, 1, [4, 5]),
  ),

  allowed(
    'overlapping operations take effect in either order, not in that of their calls',
    write(1, 1, [0, 10]),
    write(2, 2, [1, 2]),
    read(3, 1, [11, 12]),
  ),
  allowed(
    'overlapping operations take effect in either order, not in that of their completions',
    write(1, 1, [0, 3]),
    write(2, 2, [1, 2]),
    read(3, 2, [4, 5]),
  ),
  allowed('a read may see a write that overlaps it', write(1, 1, [0, 10]), read(2, 1, [1, 2])),
  allowed('a read may miss a write that overlaps it', write(1, 1, [0, 10]), read(2, null, [1, 2])),
  allowed('equal times overlap', write(1, 1, [0, 1]), read(2, null, [1, 2])),
  allowed('the order of the list says nothing', read(2, 1, [2, 3]), write(1, 1, [0, 1])),

  allowed(
    'an unknown outcome: it may take effect after a later read',
    unknown(write(1, 1, [0, 5])),
    read(2, null, [6, 7]),
    read(2, 1, [8, 9]),
  ),
  allowed('an unknown outcome: it may never take effect', unknown(write(1, 1, [0, 5])), read(2, null, [6, 7])),
  allowed('an unknown outcome: it may have taken effect', unknown(write(1, 1, [0, 5])), read(2, 1, [6, 7])),
  forbidden(
    'an unknown outcome: it takes effect once, not twice',
    unknown(write(1, 1, [0, 5])),
    read(2, 1, [6, 7]),
    write(2, 2, [8, 9]),
    read(2, 1, [10, 11]),
  ),
  forbidden('an unknown outcome: not before its call', read(2, 1, [0, 1]), unknown(write(1, 1, [2, 5]))),
  allowed('an unknown outcome: a read of nothing says nothing', write(1, 1, [0, 1]), unknown(read(2, 2, [2, 3]))),
  allowed(
    'an unknown outcome: of two alike each may take effect once',
    unknown(write(1, 1, [0, 1])),
    unknown(write(2, 1, [0, 1])),
    read(3, 1, [2, 3]),
    write(3, 2, [4, 5]),
    read(3, 1, [6, 7]),
  ),

  forbidden('what failed did not happen', failed(write(1, 1, [0, 1])), read(2, 1, [2, 3])),
  allowed('what failed changes nothing', write(1, 1, [0, 1]), failed(write(1, 2, [2, 3])), read(2, 1, [4, 5])),

  allowed(
    'a search that goes back must restore what it changed',
    write(1, 1, [0, 10]),
    write(2, 2, [0, 10]),
    read(3, 2, [0, 10]),
    read(4, 1, [0, 10]),
  ),
  allowed(
    'a search that goes back twice must restore what it changed',
    write(1, 1, [0, 10]),
    write(2, 2, [0, 10]),
    write(3, 3, [0, 10]),
    read(4, 3, [11, 12]),
    read(4, 3, [13, 14]),
    write(1, 4, [15, 30]),
    write(2, 5, [15, 30]),
    read(3, 5, [16, 17]),
    read(3, 4, [18, 19]),
  ),

  allowed('a compare-and-set that matches sets', write(1, 1, [0, 1]), cas(2, [1, 2], true, [2, 3]), read(1, 2, [4, 5])),
  forbidden('a compare-and-set that does not match cannot set', write(1, 1, [0, 1]), cas(2, [3, 2], true, [2, 3])),
  forbidden('a compare-and-set that matches cannot refuse', write(1, 1, [0, 1]), cas(2, [1, 2], false, [2, 3])),
  forbidden(
    'only one of two compare-and-sets from the same value sets',
    cas(1, [null, 1], true, [0, 9]),
    cas(2, [null, 2], true, [0, 9]),
  ),
];
