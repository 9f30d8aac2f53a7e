/** The explorer against the one that copies everything, on protocols drawn at random. */
import type { Protocol } from '@weekend/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { naive } from '../bench/naive.ts';
import { explore } from './explore.ts';
import type { Invariant, Setting } from './question.ts';
import { type Tiny, type TinyWorld, tiny } from './test-protocol.ts';

/** What a node does: for each of three levels and each of three events, where it goes and what it asks for. */
interface Deed {
  level: number;
  send: number | null;
  to: 'one' | 'all' | 'self';
  save: boolean;
  timer: 'set' | 'clear' | 'none';
  dice: number;
}

const deed: fc.Arbitrary<Deed> = fc.record({
  level: fc.nat(2),
  send: fc.option(fc.nat(1)),
  to: fc.constantFrom('one', 'all', 'self'),
  save: fc.boolean(),
  timer: fc.constantFrom('set', 'clear', 'none'),
  dice: fc.constantFrom(1, 1, 1, 2),
});

const setting = fc.record({
  deeds: fc.array(deed, { minLength: 9, maxLength: 9 }),
  nodes: fc.constantFrom(2, 2, 3),
  crashes: fc.nat(1),
});

const eventOf = { tick: 0, a: 1, b: 2 } as const;

function act(state: Tiny['State'], { level, send, to, save, timer, dice }: Deed, world: TinyWorld): undefined {
  state.level = (level + world.choose(Array.from({ length: dice }, (_, i) => i))) % 3;
  if (send !== null)
    for (const receiver of receivers(state, to)) world.send(receiver, { kind: send === 0 ? 'a' : 'b' });
  if (save) world.save({ level: state.level });
  if (timer === 'set') world.setTimer('tick', 1);
  if (timer === 'clear') world.clearTimer('tick');
}

function receivers({ me, peers }: Tiny['State'], to: Deed['to']): string[] {
  if (to === 'self') return [String(me)];
  return (peers as string[]).slice(0, to === 'one' ? 1 : undefined);
}

function protocolOf(deeds: readonly Deed[]): Protocol<Tiny> {
  const deedAt = (state: Tiny['State'], event: number) => deeds[Number(state.level) * 3 + event] as Deed;
  return tiny({
    start(me, peers, saved, world) {
      world.setTimer('tick', 1);
      return { me, peers, level: saved.level ?? 0 };
    },
    onMessage: (state, _from, { kind }, world) => act(state, deedAt(state, eventOf[kind as 'a' | 'b']), world),
    onTimer: (state, _timer, world) => act(state, deedAt(state, eventOf.tick), world),
  });
}

const most = 400;

const settingOf = ({ deeds, nodes, crashes }: { deeds: Deed[]; nodes: number; crashes: number }): Setting<Tiny> => {
  const protocol = protocolOf(deeds);
  return {
    nodes: Object.fromEntries(['n1', 'n2', 'n3'].slice(0, nodes).map((node) => [node, protocol])),
    crashes,
    timers: 'any',
  };
};

type Levels = (number | undefined)[];

/** All that the naive one has seen, and after how many steps it first saw all nodes at the level 2, if ever. */
function seenNaively(given: Setting<Tiny>) {
  const levels = new Set<string>();
  let [states, allAtTwo] = [0, undefined as number | undefined];
  naive<Tiny>(given, ({ nodes }, steps) => {
    const now: Levels = Object.values(nodes).map(({ state }) => state?.level as number | undefined);
    levels.add(JSON.stringify(now));
    if (now.every((level) => level === 2)) allAtTwo ??= steps;
    return ++states < most;
  });
  return { states, levels, allAtTwo };
}

function seenByExplorer(given: Setting<Tiny>, mootMail: 'kept' | 'left out') {
  const levels = new Set<string>();
  const look = {
    name: 'look',
    reached: (cluster: object) => !levels.add(JSON.stringify(Object.values(cluster).map((state) => state?.level))),
  };
  const verdict = explore<Tiny>({ ...given, mootMail, goals: [look], budget: { states: most } });
  return { verdict, levels };
}

const neverAllAtTwo: Invariant<Tiny> = {
  name: 'never all at two',
  check: ({ state, others }) => {
    const all = [state, ...others];
    return all.length === others.length + 1 && all.every((each) => each?.level === 2)
      ? 'all are at level 2'
      : undefined;
  },
};

describe('the explorer and the naive one', () => {
  test('see the same states, and as many', () => {
    fc.assert(
      fc.property(setting, (drawn) => {
        const given = settingOf(drawn);
        const wanted = seenNaively(given);
        if (wanted.states === most) return;
        const { verdict, levels } = seenByExplorer(given, 'kept');
        expect([verdict.kind, verdict.states]).toEqual(['exhausted', wanted.states]);
        expect(levels).toEqual(wanted.levels);
      }),
      { numRuns: 30, seed: 1 },
    );
  }, 60_000);

  test('see the same of what nodes know, when mail that can do nothing is left out', () => {
    fc.assert(
      fc.property(setting, (drawn) => {
        const given = settingOf(drawn);
        const wanted = seenNaively(given);
        if (wanted.states === most) return;
        const { verdict, levels } = seenByExplorer(given, 'left out');
        expect(verdict.kind).toBe('exhausted');
        expect(verdict.states).toBeLessThanOrEqual(wanted.states);
        expect(levels).toEqual(wanted.levels);
      }),
      { numRuns: 40, seed: 2 },
    );
  }, 60_000);

  test('find the same way to be the shortest', () => {
    fc.assert(
      fc.property(setting, (drawn) => {
        // Without crashes all nodes are up, so that the invariant sees every one of them.
        const given = { ...settingOf(drawn), crashes: 0 };
        const { states, allAtTwo } = seenNaively(given);
        if (states === most) return;
        const verdict = explore<Tiny>({ ...given, invariants: [neverAllAtTwo] });
        expect(verdict.kind).toBe(allAtTwo === undefined ? 'exhausted' : 'violated');
        if (verdict.kind === 'violated') expect(verdict.run.steps).toBe(allAtTwo);
      }),
      { numRuns: 40, seed: 3 },
    );
  }, 60_000);
});
