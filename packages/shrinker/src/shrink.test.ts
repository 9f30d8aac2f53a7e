/** Runs of a toy protocol, made small: what is left is needed, and breaks the same rule. */
import type { Protocol, Shape } from '@weekend/protocol';
import { type Options, rough, type Simulation, simulate } from '@weekend/simulator';
import { expect, test } from 'vitest';
import { type Follow, follow, shrink } from './shrink.ts';

/** Each node greets the others now and then, and counts who has greeted it: in memory, and on its disk. */
interface Greetings extends Shape {
  State: { peers: readonly string[]; heard: string[]; saved: number };
  Message: { kind: 'Hello'; nth: number };
  Timer: 'greet';
  Durable: { saved: number };
}

const greeter: Protocol<Greetings> = {
  start(_me, peers, { saved = 0 }, world) {
    world.setTimer('greet', 20, 60);
    return { peers, heard: [], saved };
  },
  onMessage(state, from, _message, world) {
    state.heard.push(from);
    state.saved += 1;
    world.save({ saved: state.saved });
    return undefined;
  },
  onTimer(state, _timer, world) {
    for (const peer of state.peers) world.send(peer, { kind: 'Hello', nth: state.heard.length });
    world.setTimer('greet', 20, 60);
    return undefined;
  },
};

type Rule = (state: Greetings['State'], node: string) => string | undefined;

const five = ['n1', 'n2', 'n3', 'n4', 'n5'];

/** A long run in rough weather, as it was recorded, and how to make it once more. */
function story(rule: Rule, instead: Partial<Options<Greetings>> = {}) {
  const options = (nodes: readonly string[]): Options<Greetings> => ({
    seed: 7,
    nodes: Object.fromEntries(nodes.map((node) => [node, greeter])),
    network: rough,
    afterTurn: (node, sim) => rule(sim.state(node) as Greetings['State'], node),
    ...instead,
  });
  const whole = simulate({ ...options(five), record: true });
  whole.run({ until: 5000 });
  let last: Simulation<Greetings> = whole;
  const run: Follow<Greetings> = ({ only, ...byHand }, act) => {
    last = simulate({ ...options(only), ...byHand, record: true });
    act(last);
    return last.broken;
  };
  const small = shrink(whole.trace, whole.broken ?? '', run, { left: 50_000 });
  if (!small) throw new Error('the run could not be followed');
  return { whole, small, again: () => ({ ...follow(small, run), trace: last.trace }) };
}

test('three greetings are left of hundreds, on as few nodes as it takes', () => {
  const { whole, small, again } = story(({ heard }) =>
    heard.filter((from) => from === 'n4').length === 3 ? 'three times n4' : undefined,
  );
  expect(whole.turns).toBeGreaterThan(30);
  expect(small.nodes.length).toBe(2);
  expect(small.nodes).toContain('n4');
  expect(small.deeds.filter(({ kind }) => kind === 'deliver').length).toBe(3);
  expect(again().broken).toBe('three times n4');
});

test('of many crashes the one is left that it takes', () => {
  const { small } = story(({ heard, saved }) => (heard.length === 1 && saved > 1 ? 'has forgotten' : undefined), {
    plan: [
      { at: 300, kind: 'crash', node: 'n2' },
      { at: 310, kind: 'restart', node: 'n2' },
      { at: 900, kind: 'crash', node: 'n3' },
      { at: 950, kind: 'restart', node: 'n3' },
    ],
  });
  // One greeting, a crash and a boot, another greeting.
  expect(small.deeds.map(({ kind }) => kind).filter((kind) => kind !== 'timer')).toEqual([
    'deliver',
    'crash',
    'restart',
    'deliver',
  ]);
});

test('no timer fires earlier than it may', () => {
  const { again } = story(({ heard }) => (heard.length === 5 ? 'five' : undefined));
  const fired = again().trace.filter(({ kind }) => kind === 'timer');
  expect(fired[0]?.at).toBeGreaterThanOrEqual(20);
});

test('equal runs become equal scripts', () => {
  const rule: Rule = ({ heard }) => (heard.length === 9 ? 'nine' : undefined);
  expect(story(rule).small).toEqual(story(rule).small);
});

test('a crash in the middle of a turn is done in the middle of that turn', () => {
  const { small, again } = story(
    ({ heard, saved }) => (saved > 0 && heard.length === 0 ? 'saved and forgot' : undefined),
    {
      network: { delay: { min: 1, max: 5 } },
      plan: [
        { at: 200, kind: 'crash', node: 'n1', aim: { when: 'after', what: 'save', nth: 1 } },
        { at: 400, kind: 'restart', node: 'n1' },
      ],
    },
  );
  expect(small.deeds.at(-1)).toMatchObject({ kind: 'restart', node: 'n1' });
  expect(again().broken).toBe('saved and forgot');
});
