/** Each invariant against a cluster that breaks it, and against the ones that look as if they did. */
import { describe, expect, test } from 'vitest';
import {
  electionSafety,
  type Invariant,
  leaderAppendOnly,
  leaderCompleteness,
  logMatching,
  noPast,
  stateMachineSafety,
} from './invariants.ts';
import { bootedState, type State } from './state.ts';
import { put } from './test-command.ts';

interface Seen {
  term?: number;
  leads?: boolean;
  /** The terms of its entries. */
  log?: number[];
  commit?: number;
  command?: string;
}

function node(me: string, { term = 1, leads = false, log = [], commit = 0, command = 'x' }: Seen): State {
  const state = bootedState(me, [], {
    currentTerm: term,
    log: log.map((entry) => ({ term: entry, command: put(command) })),
  });
  if (leads) state.role = { kind: 'leader', nextIndex: {}, matchIndex: {} };
  state.commitIndex = commit;
  return state;
}

/** Shows the states one after another, as a run does after each turn; answers what the last one breaks. */
function broken(invariant: Invariant, ...states: State[]): string | undefined {
  const past = noPast();
  const latest = new Map<string, State>();
  let sentence: string | undefined;
  for (const state of states) {
    latest.set(state.me, state);
    const others = [...latest.values()].filter(({ me }) => me !== state.me);
    // Every invariant takes its notes of every turn.
    stateMachineSafety.check(state, others, past);
    if (invariant !== stateMachineSafety) sentence = invariant.check(state, others, past);
  }
  return sentence;
}

function brokenCommit(...states: State[]): string | undefined {
  const past = noPast();
  return states.map((state) => stateMachineSafety.check(state, [], past)).at(-1);
}

describe('Election Safety', () => {
  const leader = (me: string, term: number) => node(me, { term, leads: true });

  test('is broken by two leaders of one term, even if the first has stepped down since', () => {
    expect(broken(electionSafety, leader('n1', 3), leader('n2', 3))).toBe('n1 and n2 both lead term 3');
    expect(broken(electionSafety, leader('n1', 3), node('n1', { term: 3 }), leader('n2', 3))).toBe(
      'n1 and n2 both lead term 3',
    );
  });

  test('allows an old leader that has not heard of the new one', () => {
    expect(broken(electionSafety, leader('n1', 3), leader('n2', 4), leader('n1', 3))).toBe(undefined);
  });
});

describe('Leader Append-Only', () => {
  const leader = (log: number[], term = 2) => node('n1', { term, leads: true, log });

  test('is broken by a leader that deletes or replaces what it has', () => {
    const sentence = 'n1, leader of term 2, has overwritten or deleted entry 2 of its own log';
    expect(broken(leaderAppendOnly, leader([1, 1]), leader([1]))).toBe(sentence);
    expect(broken(leaderAppendOnly, leader([1, 1]), leader([1, 2]))).toBe(sentence);
  });

  test('allows it to append, and a follower or the leader of another term to lose its tail', () => {
    expect(broken(leaderAppendOnly, leader([1]), leader([1, 2, 2]))).toBe(undefined);
    expect(broken(leaderAppendOnly, leader([1, 1]), node('n1', { log: [1] }))).toBe(undefined);
    expect(broken(leaderAppendOnly, leader([1, 1]), node('n1', { log: [1] }), leader([1], 4))).toBe(undefined);
  });
});

describe('Log Matching', () => {
  test('is broken by logs that agree at an index and not before it', () => {
    expect(broken(logMatching, node('n1', { log: [1, 2, 3] }), node('n2', { log: [1, 1, 3] }))).toBe(
      'n2 and n1 agree at index 3 but not at 2 before it',
    );
  });

  test('allows logs of which the ends differ, in length or in term', () => {
    expect(broken(logMatching, node('n1', { log: [1, 1, 2, 2] }), node('n2', { log: [1, 1, 3] }))).toBe(undefined);
    expect(broken(logMatching, node('n1', { log: [1, 1] }), node('n2', { log: [] }))).toBe(undefined);
  });
});

describe('Leader Completeness', () => {
  const committed = node('n1', { term: 2, log: [1, 2], commit: 2 });

  test('is broken by a later leader that lacks a committed entry', () => {
    expect(broken(leaderCompleteness, committed, node('n2', { term: 3, leads: true, log: [1] }))).toBe(
      'n2 leads term 3 without the committed entry 2 of term 2',
    );
  });

  test('allows a leader of an older term that is still in office', () => {
    expect(broken(leaderCompleteness, committed, node('n2', { term: 1, leads: true, log: [1] }))).toBe(undefined);
  });

  test('allows a later leader that has it, and a follower that does not', () => {
    expect(broken(leaderCompleteness, committed, node('n2', { term: 3, leads: true, log: [1, 2, 3] }))).toBe(undefined);
    expect(broken(leaderCompleteness, committed, node('n2', { term: 3 }))).toBe(undefined);
  });
});

describe('State Machine Safety', () => {
  test('is broken by different entries at one committed index: of another term, or with another command', () => {
    expect(brokenCommit(node('n1', { log: [1], commit: 1 }), node('n2', { log: [2], commit: 1 }))).toBe(
      'n2 has committed an entry of term 2 at index 1, where one of term 1 was committed',
    );
    expect(brokenCommit(node('n1', { log: [1], commit: 1 }), node('n2', { log: [1], commit: 1, command: 'y' }))).toBe(
      'n2 has committed another command at index 1 than was committed there, with the same term 1',
    );
  });

  test('is broken by a commit index beyond the log', () => {
    expect(brokenCommit(node('n1', { log: [1], commit: 2 }))).toBe(
      'n1 has committed index 2, which its log does not have',
    );
  });

  test('allows nodes that know more and less', () => {
    const [ahead, behind] = [node('n1', { log: [1, 2], commit: 2 }), node('n2', { log: [1, 3], commit: 1 })];
    expect([brokenCommit(ahead, behind), brokenCommit(behind, ahead)]).toEqual([undefined, undefined]);
  });

  test('remembers an entry as it was when it was committed', () => {
    const first = node('n1', { log: [1], commit: 1 });
    const past = noPast();
    stateMachineSafety.check(first, [], past);
    for (const entry of first.log) entry.term = 5;
    expect(stateMachineSafety.check(first, [], past)).toContain('where one of term 1 was committed');
  });
});
