import type { TraceEvent } from '@weekend/protocol';
import { describe, expect, test } from 'vitest';
import { rough } from './network.ts';
import { randomPlan } from './plan.ts';
import { simulate } from './simulation.ts';
import { type Counting, three } from './test-protocol.ts';

/** A run in which everything may happen, and in the middle of it. */
function half(seed: number) {
  const plan = randomPlan({ seed, nodes: Object.keys(three), until: 4000, network: rough });
  const sim = simulate<Counting>({ seed, nodes: three, plan, record: true });
  sim.run({ until: 100 + seed * 90 });
  return sim;
}

describe('a fork', () => {
  test('goes on exactly as the run would have, paused nodes, aimed crashes and late messages too', () => {
    for (let seed = 0; seed < 30; seed++) {
      const sim = half(seed);
      const soFar = sim.trace.length;
      const trace: TraceEvent<Counting>[] = [];
      const fork = sim.fork(trace);
      fork.run({ until: 5000 });
      sim.run({ until: 5000 });
      expect(JSON.stringify(trace)).toBe(JSON.stringify(sim.trace.slice(soFar)));
      expect([fork.turns, fork.messagesSent, fork.now]).toEqual([sim.turns, sim.messagesSent, sim.now]);
    }
  });

  test('leaves alone the run that it came from', () => {
    const sim = half(3);
    const fork = sim.fork();
    fork.run({ until: 2500 });
    for (const node of fork.nodes) fork.crash(node);
    fork.heal();
    const untouched = half(3);
    for (const run of [sim, untouched]) run.run({ until: 5000 });
    expect(JSON.stringify(sim.trace)).toBe(JSON.stringify(untouched.trace));
  });

  test('keeps messages that wait for a script, each once', () => {
    const sim = simulate<Counting>({ seed: 1, nodes: three, network: 'by hand' });
    sim.fire('n1', 'tick');
    const fork = sim.fork();
    for (const packet of fork.packets) fork.deliver(packet);
    expect([fork.state('n2')?.heard, sim.state('n2')?.heard]).toEqual([{ n1: 1 }, {}]);
    expect([fork.packets.length, sim.packets.length]).toEqual([0, 2]);
  });
});

describe('what happens next', () => {
  test('is told before it happens, with its time', () => {
    const sim = simulate<Counting>({ seed: 1, nodes: three, record: true });
    for (let i = 0; i < 50; i++) {
      const { next, nextAt } = sim;
      sim.step();
      const event = sim.trace.findLast(({ kind }) => kind === 'timer' || kind === 'deliver');
      expect(event).toMatchObject(next && 'timer' in next ? { ...next, at: nextAt } : { id: next?.id, at: nextAt });
    }
  });
});

describe('a message that is held back', () => {
  test('arrives so long after it was held, and once', () => {
    const sim = simulate<Counting>({ seed: 1, nodes: three, record: true });
    sim.run({ when: () => sim.packets.length > 0 });
    const [packet] = sim.packets;
    if (!packet) throw new Error('wanted a message');
    const at = sim.now;
    expect(sim.hold(packet, 500).due).toBe(at + 500);
    expect(() => sim.deliver(packet)).toThrow('no longer on its way');
    sim.run({ until: 1000 });
    const arrivals = sim.trace.flatMap((event) =>
      event.kind === 'deliver' && event.id === packet.id ? [event.at] : [],
    );
    expect(arrivals).toEqual([at + 500]);
  });
});
