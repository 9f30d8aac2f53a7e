import type { World } from '@weekend/protocol';
import { describe, expect, test } from 'vitest';
import { simulate } from './simulation.ts';
import { type Counting, three } from './test-protocol.ts';

const byHand = () => simulate<Counting>({ seed: 1, nodes: three, network: 'by hand', record: true });

describe('by hand', () => {
  test('nothing happens by itself', () => {
    const sim = byHand();
    sim.fire('n1', 'tick');
    expect(sim.run()).toBe('quiet');
    expect(sim.packets.map(({ id, from, to, message }) => [id, from, to, message.count])).toEqual([
      [1, 'n1', 'n2', 1],
      [2, 'n1', 'n3', 1],
    ]);
    expect(sim.state('n2')?.heard).toEqual({});
  });

  test('a script delivers what it wants, in its order', () => {
    const sim = byHand();
    sim.fire('n1', 'tick');
    sim.fire('n2', 'tick');
    const [toN2, toN3, toN1] = sim.packets;
    if (!toN1 || !toN2 || !toN3) throw new Error('wanted three messages');
    sim.deliver(toN1);
    sim.drop(toN3);
    expect(sim.state('n1')?.heard).toEqual({ n2: 1 });
    expect(sim.packets.map(({ id }) => id)).toEqual([1, 4]);
    expect(() => sim.deliver(toN3)).toThrow('message 2: it is no longer on its way');
  });

  test('a delivered message can be delivered again as its duplicate, which shares nothing with it', () => {
    const sim = byHand();
    sim.fire('n1', 'tick');
    const [packet] = sim.packets;
    if (!packet) throw new Error('wanted a message');
    sim.deliver(packet);
    packet.message.count = 99;
    const twin = sim.duplicate(packet);
    packet.message.count = 1;
    sim.deliver(twin);
    expect(sim.state('n2')?.heard).toEqual({ n1: 99 });
    expect(twin.id).not.toBe(packet.id);
  });

  test('an adversary may say what nobody would, as somebody who does not exist', () => {
    const sim = byHand();
    sim.deliver(sim.inject('n9', 'n1', { kind: 'count', count: 77 }));
    expect(sim.state('n1')?.heard).toEqual({ n9: 77 });
    expect(sim.messagesSent).toBe(0);
    expect(() => sim.inject('n1', 'n9', { kind: 'count', count: 1 })).toThrow('n9 is not in the cluster');
  });

  test('a timer is fired only if it runs, once for each setting, and not on a node that cannot act', () => {
    const sim = byHand();
    expect(sim.fire('n1', 'tick')).toBe(true);
    sim.pause('n1');
    expect(sim.fire('n1', 'tick')).toBe(false);
    sim.crash('n1');
    expect(sim.fire('n1', 'tick')).toBe(false);
    sim.restart('n1');
    expect(sim.fire('n1', 'tick')).toBe(true);
  });

  test('a timer that has fired does not run until it is set again', () => {
    const once = { ...three.n1, onTimer: () => undefined };
    const sim = simulate<Counting>({ seed: 1, nodes: { n1: once }, network: 'by hand' });
    expect([sim.fire('n1', 'tick'), sim.fire('n1', 'tick'), sim.timers('n1')]).toEqual([true, false, []]);
  });

  test('whoever answers a stranger speaks into the void, and is not to blame', () => {
    const polite = {
      ...three.n1,
      onMessage(_state: Counting['State'], from: string, message: Counting['Message'], world: World<Counting>) {
        world.send(from, message);
        return undefined;
      },
    };
    const sim = simulate<Counting>({ seed: 1, nodes: { n1: polite }, network: 'by hand' });
    sim.deliver(sim.inject('n9', 'n1', { kind: 'count', count: 77 }));
    const [answer] = sim.packets;
    expect(answer).toMatchObject({ from: 'n1', to: 'n9' });
    if (answer) sim.deliver(answer);
    expect([sim.failure, sim.packets]).toEqual([undefined, []]);
  });

  test('a message to a node that is down, or over a cut link, is lost', () => {
    const sim = byHand();
    sim.cut('n1', 'n3');
    sim.fire('n1', 'tick');
    expect(sim.packets.map(({ to }) => to)).toEqual(['n2']);
    sim.crash('n2');
    for (const packet of sim.packets) sim.deliver(packet);
    const drops = sim.trace.flatMap((event) => (event.kind === 'drop' ? [[event.to, event.why]] : []));
    expect(drops).toEqual([
      ['n3', 'cut'],
      ['n2', 'down'],
    ]);
  });

  test('what is delivered to a paused node comes when it resumes', () => {
    const sim = byHand();
    sim.fire('n1', 'tick');
    sim.pause('n2');
    for (const packet of sim.packets) sim.deliver(packet);
    expect(sim.state('n2')?.heard).toEqual({});
    sim.resume('n2');
    sim.run();
    expect(sim.state('n2')?.heard).toEqual({ n1: 1 });
  });

  test('timers may run by the clock while messages wait', () => {
    const sim = simulate<Counting>({ seed: 1, nodes: three, network: 'by hand', timers: 'by clock' });
    sim.run({ until: 100 });
    expect(sim.state('n1')?.count).toBeGreaterThan(5);
    expect(sim.state('n1')?.heard).toEqual({});
    expect(sim.packets.length).toBe(sim.messagesSent);
  });

  test('a script may also reach into a network that runs by itself', () => {
    const sim = simulate<Counting>({ seed: 1, nodes: three, record: true });
    sim.run({ when: () => sim.packets.length > 0 });
    const [packet] = sim.packets;
    if (!packet) throw new Error('wanted a message');
    sim.deliver(packet);
    sim.run({ until: 100 });
    expect(sim.trace.filter((event) => event.kind === 'deliver' && event.id === packet.id).length).toBe(1);
  });
});
