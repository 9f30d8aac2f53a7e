/** What is searched, how far, and what is said of it. */
import type { Protocol } from '@weekend/protocol';
import { describe, expect, test } from 'vitest';
import { explore } from './explore.ts';
import type { Invariant, Question } from './question.ts';
import { counting, onTick, type Tiny, tiny } from './test-protocol.ts';

const counters = (most: number) => ({ n1: counting(most), n2: counting(most) });

const noCountOf = (forbidden: number): Invariant<Tiny> => ({
  name: 'no such count',
  check: ({ node, state }) => (state?.count === forbidden ? `${node} counts ${forbidden}` : undefined),
});

describe('a search', () => {
  test('exhausts what is finite, and counts it the same each time', () => {
    const search = () => explore<Tiny>({ nodes: counters(2) });
    expect(search()).toMatchObject({ kind: 'exhausted', depth: 6 });
    expect(search()).toEqual(search());
  });

  test('finds what is wrong by the shortest way', () => {
    const verdict = explore<Tiny>({ nodes: counters(5), invariants: [noCountOf(3)] });
    expect(verdict).toMatchObject({
      kind: 'violated',
      rule: 'no such count',
      message: 'n1 counts 3',
      run: { steps: 3 },
    });
  });

  test('that has spent its budget says so, and that it has not seen everything', () => {
    expect(explore<Tiny>({ nodes: counters(9), budget: { states: 50 } }).kind).toBe('budget-spent');
    expect(explore<Tiny>({ nodes: counters(200), budget: { bytes: 2 ** 20 } }).kind).toBe('budget-spent');
  });

  test('stays within bounds, and says how often it has come to them', () => {
    const bounded = explore<Tiny>({ nodes: { n1: counting(1000) }, within: ({ count }) => Number(count) <= 10 });
    expect(bounded).toMatchObject({ kind: 'exhausted', states: 11, outside: 1 });
  });

  test('looks at a state that is pruned, and not beyond it', () => {
    const question: Question<Tiny> = { nodes: { n1: counting(9) }, prune: ({ n1 }) => n1?.count === 3 };
    expect(explore<Tiny>(question)).toMatchObject({ kind: 'exhausted', states: 4 });
    expect(explore<Tiny>({ ...question, invariants: [noCountOf(3)] }).kind).toBe('violated');
  });

  test('follows every choice, also those that depend on earlier ones', () => {
    const dice = onTick((state, world) => {
      const first = world.choose(['a', 'b']);
      state.chosen = first === 'a' ? first + world.choose([1, 2, 3]) : first;
    });
    const seen = new Set<unknown>();
    const goals = [{ name: 'look', reached: ({ n1 }: { n1?: Tiny['State'] }) => !seen.add(n1?.chosen) }];
    explore<Tiny>({ nodes: { n1: dice }, goals });
    expect(seen).toEqual(new Set([undefined, 'a1', 'a2', 'a3', 'b']));
  });

  test('dives for what is too deep to be found breadth first, the same each time, and tells it without detours', () => {
    const question: Question<Tiny> = {
      nodes: { n1: counting(40), n2: counting(40) },
      invariants: [noCountOf(30)],
      budget: { states: 300 },
    };
    expect(explore<Tiny>(question).kind).toBe('budget-spent');
    const dive = () => explore<Tiny>({ ...question, budget: { states: 300, dives: { states: 20_000, seed: 1 } } });
    expect(dive()).toMatchObject({ kind: 'violated', run: { steps: 30 } });
    expect(dive()).toEqual(dive());
  });

  test('that dives through everything there is has exhausted it', () => {
    const wide = explore<Tiny>({ nodes: counters(4) });
    const deep = explore<Tiny>({
      nodes: counters(4),
      budget: { states: 5, dives: { states: 1e6, seed: 7, depth: 3 } },
    });
    expect([deep.kind, deep.states, deep.transitions]).toEqual(['exhausted', wide.states, wide.transitions]);
  });

  test('remembers on each way what has happened on it, and only that', () => {
    const noTwice: Invariant<Tiny, { ticks: string[] }> = {
      name: 'nobody ticks first and last',
      check({ node, call }, past) {
        if (call?.kind !== 'timer') return undefined;
        past.ticks.push(node);
        return past.ticks.join() === 'n1,n2,n2,n1' ? past.ticks.join() : undefined;
      },
    };
    const verdict = explore<Tiny, { ticks: string[] }>({
      nodes: counters(2),
      past: { ticks: [] },
      invariants: [noTwice],
    });
    expect(verdict).toMatchObject({ kind: 'violated', run: { steps: 4 } });
  });
});

describe('where the search begins', () => {
  test('nodes boot in order, by every way to choose, and that is no step', () => {
    const choosing = tiny({ start: (me, _peers, _saved, world) => ({ me, side: world.choose(['left', 'right']) }) });
    expect(explore<Tiny>({ nodes: { n1: choosing, n2: choosing } })).toMatchObject({
      states: 4,
      transitions: 0,
      depth: 0,
    });
  });

  test('may be disks, a node that is down, literal states with timers, and what is on its way', () => {
    const verdict = explore<Tiny>({
      nodes: { n1: counting(9), n2: counting(9), n3: counting(9) },
      start: {
        nodes: {
          n1: { saved: { count: 8 } },
          n2: { state: { me: 'n2', peers: [], count: 7, heard: 0 }, timers: ['tick'] },
          n3: { down: true, saved: { count: 9 } },
        },
        packets: [{ from: 'n1', to: 'n2', message: { kind: 'count', count: 5 } }],
      },
      goals: [
        { name: 'all at nine', reached: ({ n1, n2, n3 }) => [n1, n2, n3].every((state) => state?.count === 9) },
        { name: 'heard', reached: ({ n2 }) => n2?.heard === 5 },
        { name: 'at first n3 is down', reached: ({ n1, n3 }) => n1?.count === 8 && n3 === undefined },
      ],
    });
    expect(verdict.kind === 'exhausted' && verdict.goals.map(({ reached, run }) => [reached, run?.steps])).toEqual([
      [true, 4],
      [true, 1],
      [true, 0],
    ]);
  });

  test('is told to the invariants, also what was given literally', () => {
    const start = { nodes: { n1: { state: { me: 'n1', peers: [], count: 3, heard: 0 } } } };
    const verdict = explore<Tiny>({ nodes: { n1: counting(9) }, start, invariants: [noCountOf(3)] });
    expect(verdict).toMatchObject({ kind: 'violated', message: 'n1 counts 3', run: { steps: 0 } });
  });

  test('what comes from outside comes as often as it may', () => {
    const adder = tiny({
      start: () => ({ sum: 0 }),
      onMessage(state, from, { add }, world) {
        state.sum = Number(state.sum) + Number(add);
        world.send(from, { kind: 'thanks' });
        return undefined;
      },
    });
    const seen = new Set<unknown>();
    const verdict = explore<Tiny>({
      nodes: { n1: adder },
      injections: [
        { from: 'client', message: { kind: 'add', add: 1 }, times: 2 },
        { from: 'client', to: 'n1', message: { kind: 'add', add: 10 } },
      ],
      goals: [{ name: 'look', reached: ({ n1 }) => !seen.add(n1?.sum) }],
    });
    expect([verdict.kind, seen]).toEqual(['exhausted', new Set([0, 1, 2, 10, 11, 12])]);
  });
});

describe('a goal', () => {
  const question: Question<Tiny> = { nodes: counters(3) };

  test('that is reached comes with the shortest way', () => {
    const verdict = explore<Tiny>({
      ...question,
      goals: [{ name: 'two each', reached: ({ n1, n2 }) => n1?.count === 2 && n2?.count === 2 }],
      stopAtGoals: true,
    });
    expect(verdict).toMatchObject({ kind: 'reached', goals: [{ reached: true, distance: 0, run: { steps: 4 } }] });
  });

  test('that can’t be reached comes with the nearest way there', () => {
    const verdict = explore<Tiny>({
      ...question,
      goals: [
        {
          name: 'seven',
          reached: ({ n1, n2 }) => Number(n1?.count) + Number(n2?.count) === 7,
          distance: ({ n1, n2 }) => 7 - Number(n1?.count) - Number(n2?.count),
        },
      ],
    });
    expect(verdict).toMatchObject({ kind: 'exhausted', goals: [{ reached: false, distance: 1, run: { steps: 6 } }] });
  });
});

describe('nodes that are alike', () => {
  const voting: Protocol<Tiny> = tiny({
    start(me, peers, _saved, world) {
      world.setTimer('tick', 1);
      return { me, peers, votes: [] };
    },
    onMessage(state, from) {
      const votes = state.votes as string[];
      if (!votes.includes(from)) votes.push(from);
      return undefined;
    },
    onTimer(state, _timer, world) {
      for (const peer of state.peers as string[]) world.send(peer, { kind: 'vote', of: state.me });
      return undefined;
    },
  });
  const nodes = { n1: voting, n2: voting, n3: voting };
  const allVotes: Invariant<Tiny> = {
    name: 'somebody is without a vote',
    check: ({ state, others }) =>
      [state, ...others].every((each) => (each?.votes as string[])?.length === 2) ? 'all have both votes' : undefined,
  };

  test('make fewer states, and lose none', () => {
    const all = explore<Tiny>({ nodes });
    const some = explore<Tiny>({ nodes, symmetric: true });
    expect([all.kind, some.kind]).toEqual(['exhausted', 'exhausted']);
    expect(some.states).toBeLessThan(all.states / 4);
  });

  test('tell a story in which each is one and the same from beginning to end', () => {
    const [all, some] = [false, true].map((symmetric) => explore<Tiny>({ nodes, symmetric, invariants: [allVotes] }));
    if (all?.kind !== 'violated' || some?.kind !== 'violated') throw new Error('wanted two violations');
    expect(some.run.steps).toBe(all.run.steps);
    const last = some.run.trace.flatMap((event) => (event.kind === 'deliver' ? [event.state?.votes] : [])).at(-1);
    expect(last).toHaveLength(2);
  });

  test('run one protocol', () => {
    expect(() => explore<Tiny>({ nodes: { n1: voting, n2: counting(1) }, symmetric: true })).toThrow(
      'they run 2 protocols',
    );
  });
});
