import { describe, expect, test } from 'vitest';
import type { Fault } from './faults.ts';
import { allSorts, randomPlan, type Sort } from './plan.ts';
import { simulate } from './simulation.ts';
import { counter } from './test-protocol.ts';

const nodes = ['n1', 'n2', 'n3', 'n4', 'n5'];
const cluster = Object.fromEntries(nodes.map((node) => [node, counter]));
const seeds = Array.from({ length: 50 }, (_, seed) => seed);
const plan = (seed: number, more = {}) => randomPlan({ seed, nodes, until: 5000, ...more });

describe('a random plan', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(plan(1)).toEqual(plan(1));
    expect(new Set(seeds.map((seed) => JSON.stringify(plan(seed)))).size).toBe(seeds.length);
  });

  test('has faults of every sort, in the order of their times, and none after its end', () => {
    const faults = seeds.flatMap((seed) => plan(seed));
    const kinds = new Set(faults.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(
      ['crash', 'cut', 'heal', 'join', 'network', 'partition', 'pause', 'restart', 'resume', 'skew'].sort(),
    );
    expect(new Set(faults.flatMap((fault) => (fault.kind === 'crash' ? [fault.aim?.what] : [])))).toEqual(
      new Set([undefined, 'save', 'send']),
    );
    for (const seed of seeds) {
      const times = plan(seed).map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times.at(-1)).toBe(5000);
    }
  });

  test('keeps to the sorts that it is given', () => {
    const kindsOf: Record<Sort, Fault['kind']> = {
      skew: 'skew',
      network: 'network',
      crash: 'crash',
      'aimed crash': 'crash',
      pause: 'pause',
      cut: 'cut',
      partition: 'partition',
    };
    for (const sort of allSorts) {
      const faults = seeds.flatMap((seed) => plan(seed, { sorts: [sort] })).filter(({ at }) => at < 5000);
      const begun = new Set(faults.map(({ kind }) => kind));
      for (const ending of ['restart', 'resume', 'join', 'heal'] as const) begun.delete(ending);
      expect(begun).toEqual(new Set([kindsOf[sort]]));
    }
  });

  test('never takes down more nodes at once than it may, and sometimes as many', () => {
    let mostOut = 0;
    for (const seed of seeds.slice(0, 20)) {
      const sim = simulate({ seed, nodes: cluster, plan: plan(seed), record: true });
      sim.run({ until: 5000 });
      const out = new Set<string>();
      for (const event of sim.trace) {
        if (event.kind === 'crash' || event.kind === 'pause') out.add(event.node);
        if (event.kind === 'boot' || event.kind === 'resume') out.delete(event.node);
        mostOut = Math.max(mostOut, out.size);
      }
    }
    expect(mostOut).toBe(2);
  });

  test('leaves everything whole at its end: nodes up, links joined, clocks right', () => {
    for (const seed of seeds) {
      const sim = simulate({ seed, nodes: cluster, plan: plan(seed) });
      sim.run({ until: 5000 });
      const [before, clocks] = [nodes.map((node) => sim.state(node)?.count), nodes.map((node) => sim.clock(node))];
      sim.run({ until: 5100 });
      for (const [i, node] of nodes.entries()) {
        expect(sim.state(node)?.count).toBeGreaterThan(Number(before[i]));
        expect(sim.clock(node) - Number(clocks[i])).toBeCloseTo(100, 2);
        for (const peer of nodes) {
          if (peer !== node)
            expect(sim.state(node)?.heard[peer]).toBeGreaterThanOrEqual(Number(before[nodes.indexOf(peer)]));
        }
      }
    }
  });

  test('spares a cluster of one or two from what needs a majority', () => {
    for (const few of [['n1'], ['n1', 'n2']]) {
      const faults = seeds.flatMap((seed) => plan(seed, { nodes: few })).filter(({ at }) => at < 5000);
      expect(faults.filter(({ kind }) => kind === 'crash' || kind === 'pause')).toEqual([]);
    }
  });
});
