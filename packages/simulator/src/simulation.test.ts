import { describe, expect, test } from 'vitest';
import { rough } from './network.ts';
import { randomPlan } from './plan.ts';
import { type Options, simulate } from './simulation.ts';
import { type Counting, counter, three } from './test-protocol.ts';

/** The bytes of a run in which everything may happen. */
function bytes(seed: number, more: Partial<Options<Counting>> = {}): string {
  const plan = randomPlan({ seed, nodes: Object.keys(three), until: 4000, network: rough });
  const sim = simulate<Counting>({ seed, nodes: three, plan, record: true, ...more });
  sim.run({ until: 5000 });
  return JSON.stringify(sim.trace);
}

/** FNV-1a, so that a whole trace fits into a test. */
function fingerprint(text: string): number {
  let hashed = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hashed = Math.imul(hashed ^ text.charCodeAt(i), 0x01000193);
  return hashed >>> 0;
}

describe('a seed', () => {
  test('decides everything: equal seeds, equal bytes', () => {
    for (let seed = 0; seed < 20; seed++) expect(bytes(seed)).toBe(bytes(seed));
  });

  test('differs from the next: no two runs are alike', () => {
    expect(new Set(Array.from({ length: 50 }, (_, seed) => fingerprint(bytes(seed)))).size).toBe(50);
  });

  test('means the same on every machine and in every version of Node: this number never changes', () => {
    expect(fingerprint(bytes(4711))).toBe(423891307);
  });

  test('gives the same run whether or not it is recorded', () => {
    const runs = [true, false].map((record) => {
      const sim = simulate({ seed: 7, nodes: three, network: rough, record });
      sim.run({ until: 3000 });
      return [sim.turns, sim.messagesSent, sim.now, sim.nodes.map((node) => sim.state(node))];
    });
    expect(runs[0]).toEqual(runs[1]);
  });

  test('does not shift one stream for another: who loses messages still ticks at the same times', () => {
    const ticks = [0, 0.9].map((loss) => {
      const sim = simulate({ seed: 3, nodes: three, network: { ...rough, loss }, record: true });
      sim.run({ until: 500 });
      return sim.trace.flatMap((event) => (event.kind === 'timer' ? [[event.at, event.node]] : []));
    });
    expect(ticks[0]).toEqual(ticks[1]);
  });
});

describe('a run', () => {
  test('goes on to a time, and time goes with it even where nothing happens', () => {
    const sim = simulate({ seed: 1, nodes: three, network: 'by hand' });
    expect(sim.run({ until: 250 })).toBe('until');
    expect(sim.now).toBe(250);
  });

  test('stops after so many steps, and when something holds', () => {
    const sim = simulate({ seed: 1, nodes: three });
    expect(sim.run({ steps: 10 })).toBe('steps');
    expect(sim.turns).toBe(13);
    expect(sim.run({ when: () => sim.state('n2')?.count === 4, until: 1000 })).toBe('when');
    expect(sim.state('n2')?.count).toBe(4);
  });

  test('is quiet when nothing is left to happen', () => {
    const sim = simulate({ seed: 1, nodes: three });
    for (const node of sim.nodes) sim.crash(node);
    expect(sim.run()).toBe('quiet');
  });

  test('stops at the first sentence of its invariant, for good', () => {
    const afterTurn: Options<Counting>['afterTurn'] = (node, sim, { call }) =>
      call.kind === 'timer' && sim.state(node)?.count === 3 ? `${node} counts to 3` : undefined;
    const sim = simulate<Counting>({ seed: 1, nodes: three, afterTurn });
    expect([sim.run({ until: 1000 }), sim.broken]).toEqual(['broken', 'n2 counts to 3']);
    const { now } = sim;
    expect([sim.run({ until: 1000 }), sim.step(), sim.now]).toEqual(['broken', false, now]);
  });

  test('looks at its invariant also as the nodes boot', () => {
    const sim = simulate({ seed: 1, nodes: three, afterTurn: (node) => (node === 'n2' ? 'n2 exists' : undefined) });
    expect([sim.run(), sim.broken]).toEqual(['broken', 'n2 exists']);
  });

  test('stops once at a handler that throws; its node is down and the others go on', () => {
    const fragile = {
      ...counter,
      onMessage() {
        throw new Error('cannot read votedFor');
      },
    };
    const sim = simulate<Counting>({ seed: 1, nodes: { n1: counter, n2: fragile, n3: counter } });
    expect(sim.run({ until: 1000 })).toBe('failed');
    expect(sim.failure).toMatchObject({ node: 'n2', error: { message: 'cannot read votedFor' } });
    expect(sim.nodes.map((node) => sim.isUp(node))).toEqual([true, false, true]);
    expect(sim.run({ until: 1000 })).toBe('until');
    expect(sim.state('n1')?.heard.n3).toBeGreaterThan(50);
  });

  test('takes nodes that run different protocols', () => {
    const deaf = { ...counter, onMessage: () => undefined };
    const sim = simulate<Counting>({ seed: 1, nodes: { n1: deaf, n2: counter } });
    sim.run({ until: 100 });
    expect([sim.state('n1')?.heard.n2, sim.state('n2')?.heard.n1 !== undefined]).toEqual([undefined, true]);
  });

  test('begins with what is on the disks', () => {
    const sim = simulate({ seed: 1, nodes: three, saved: { n2: { count: 41 } } });
    sim.run({ until: 20 });
    expect(sim.disk('n2').count).toBeGreaterThan(41);
    expect(sim.disk('n1').count).toBeLessThan(10);
  });

  test('says which nodes there are when it is asked for another', () => {
    const sim = simulate({ seed: 1, nodes: three });
    expect(() => sim.state('n7')).toThrow('n7 is not in the cluster, which is n1, n2, n3');
  });

  test('keeps a state out of its trace: what is recorded does not change later', () => {
    const sim = simulate({ seed: 1, nodes: three, record: true });
    const boot = JSON.stringify(sim.trace[0]);
    sim.run({ until: 200 });
    expect(JSON.stringify(sim.trace[0])).toBe(boot);
  });
});
