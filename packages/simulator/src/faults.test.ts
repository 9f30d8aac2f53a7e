import { describe, expect, test } from 'vitest';
import type { Fault } from './faults.ts';
import { simulate } from './simulation.ts';
import { type Counting, three } from './test-protocol.ts';

const run = (plan: readonly Fault[], until: number) => {
  const sim = simulate<Counting>({ seed: 1, nodes: three, plan, record: true });
  sim.run({ until });
  return sim;
};

describe('a crash', () => {
  test('loses what was not saved and keeps what was', () => {
    const sim = run([{ at: 200, kind: 'crash', node: 'n1' }], 250);
    const saved = Number(sim.disk('n1').count);
    expect(sim.isUp('n1')).toBe(false);
    expect(saved).toBeGreaterThan(10);
    sim.restart('n1');
    expect(sim.state('n1')).toMatchObject({ count: saved, unsaved: 0, heard: {} });
  });

  test('loses the messages that come while the node is down, and its timers', () => {
    const sim = run([{ at: 200, kind: 'crash', node: 'n1' }], 300);
    const meanwhile = sim.trace.filter((event) => event.at > 200);
    expect(meanwhile.some((event) => event.kind === 'drop' && event.why === 'down' && event.to === 'n1')).toBe(true);
    expect(meanwhile.some((event) => event.kind === 'timer' && event.node === 'n1')).toBe(false);
    expect(sim.timers('n1')).toEqual([]);
  });

  test('can be followed by a restart so long after it', () => {
    const sim = run([{ at: 200, kind: 'crash', node: 'n1', restartAfter: 50 }], 400);
    const boots = sim.trace.filter((event) => event.kind === 'boot' && event.node === 'n1');
    expect(boots.map(({ at }) => at)).toEqual([0, 250]);
  });
});

describe('a crash that is aimed', () => {
  /** n1 crashes at its first tick after 100, then boots again. What was it at before, what is on its disk, who has heard? */
  const aimed = (when: 'before' | 'after', what: 'save' | 'send', nth: number) => {
    const aim = { when, what, nth };
    const sim = simulate<Counting>({
      seed: 1,
      nodes: three,
      plan: [{ at: 100, kind: 'crash', node: 'n1', aim }],
      record: true,
    });
    sim.run({ until: 100 });
    const before = Number(sim.disk('n1').count);
    sim.run({ until: 500 });
    const sent = sim.trace.filter((event) => event.kind === 'send' && event.from === 'n1' && event.at > 100).length;
    const crash = sim.trace.find((event) => event.kind === 'crash');
    return { up: sim.isUp('n1'), saved: Number(sim.disk('n1').count) - before, sent, crash };
  };

  test('before a save loses the save and all that the turn would have sent', () => {
    expect(aimed('before', 'save', 1)).toMatchObject({
      up: false,
      saved: 0,
      sent: 0,
      crash: { unsaved: 1, unsent: 2 },
    });
  });

  test('after a save loses only what would have been sent', () => {
    expect(aimed('after', 'save', 1)).toMatchObject({ up: false, saved: 1, sent: 0, crash: { unsent: 2 } });
  });

  test('before the first send does the same, before the second lets one message out', () => {
    expect(aimed('before', 'send', 1)).toMatchObject({ saved: 1, sent: 0, crash: { unsent: 2 } });
    expect(aimed('before', 'send', 2)).toMatchObject({ saved: 1, sent: 1, crash: { unsent: 1 } });
  });

  test('after the second send lets both out', () => {
    expect(aimed('after', 'send', 2)).toMatchObject({ saved: 1, sent: 2, crash: { unsent: 0 } });
  });

  test('counts on over the turns', () => {
    expect(aimed('before', 'save', 3)).toMatchObject({ saved: 2, sent: 4 });
    expect(aimed('after', 'send', 5)).toMatchObject({ saved: 3, sent: 5, crash: { unsent: 1 } });
  });

  test('is called off by a restart that comes first', () => {
    const aim = { when: 'before', what: 'save', nth: 1000 } as const;
    const sim = run(
      [
        { at: 100, kind: 'crash', node: 'n1', aim },
        { at: 200, kind: 'restart', node: 'n1' },
      ],
      20_000,
    );
    expect(sim.isUp('n1')).toBe(true);
    expect(sim.trace.filter((event) => event.kind === 'crash')).toEqual([]);
  });

  test('does not write into its plan: the same plan can be run again', () => {
    const aim = { when: 'after', what: 'save', nth: 2 } as const;
    const plan: Fault[] = [{ at: 100, kind: 'crash', node: 'n1', aim }];
    expect(run(plan, 1000).trace).toEqual(run(plan, 1000).trace);
    expect(plan).toEqual([{ at: 100, kind: 'crash', node: 'n1', aim: { when: 'after', what: 'save', nth: 2 } }]);
  });
});

describe('a pause', () => {
  test('keeps everything back, and gives it all when the node resumes', () => {
    const sim = run([{ at: 200, kind: 'pause', node: 'n1' }], 600);
    const paused = { ...sim.state('n1') };
    expect(sim.trace.filter(({ at }) => at > 200).filter(isTurnOf('n1'))).toEqual([]);
    sim.resume('n1');
    sim.run({ until: 600 });
    expect(sim.state('n1')?.count).toBe(Number(paused.count) + 1);
    const late = sim.trace.filter(({ at }) => at === 600).filter(isTurnOf('n1'));
    expect(late.length).toBeGreaterThan(50);
  });

  test('ends with the timers that are overdue, before any message that has waited', () => {
    const sim = run([{ at: 200, kind: 'pause', node: 'n1' }], 600);
    sim.resume('n1');
    sim.run({ until: 600 });
    const late = sim.trace.filter(({ at }) => at === 600).filter(isTurnOf('n1'));
    expect(late[0]?.kind).toBe('timer');
    const ids = late.flatMap((event) => (event.kind === 'deliver' && event.from === 'n2' ? [event.id] : []));
    expect(ids.length).toBeGreaterThan(20);
  });

  test('ends with the node: a crash while it is paused loses what waited', () => {
    const sim = run([{ at: 200, kind: 'pause', node: 'n1' }], 600);
    sim.crash('n1');
    sim.restart('n1');
    sim.run({ until: 601 });
    expect(sim.trace.filter(({ at }) => at >= 600).filter(isTurnOf('n1')).length).toBeLessThan(3);
  });

  const isTurnOf = (node: string) => (event: { kind: string; node?: string; to?: string }) =>
    (event.kind === 'timer' && event.node === node) || (event.kind === 'deliver' && event.to === node);
});

describe('a cut', () => {
  test('is one way: n1 no longer hears n2, and n2 still hears n1', () => {
    const sim = run([{ at: 200, kind: 'cut', from: 'n2', to: 'n1' }], 600);
    const [n1, n2] = [sim.state('n1'), sim.state('n2')];
    expect(n1?.heard.n2).toBeLessThan(Number(n2?.count) - 20);
    expect(n2?.heard.n1).toBeGreaterThan(Number(n1?.count) - 3);
    expect(n1?.heard.n3).toBeGreaterThan(Number(sim.state('n3')?.count) - 3);
  });

  test('also stops what was on its way', () => {
    const sim = simulate<Counting>({ seed: 1, nodes: three, network: { delay: { min: 100, max: 100 } } });
    sim.run({ until: 99 });
    sim.cut('n1', 'n2');
    sim.run({ until: 1000 });
    expect(sim.state('n2')?.heard.n1).toBe(undefined);
  });

  test('ends when it is joined', () => {
    const sim = run(
      [
        { at: 200, kind: 'cut', from: 'n2', to: 'n1' },
        { at: 600, kind: 'join', from: 'n2', to: 'n1' },
      ],
      700,
    );
    expect(sim.state('n1')?.heard.n2).toBeGreaterThan(Number(sim.state('n2')?.count) - 3);
  });
});

describe('a partition', () => {
  test('leaves each group to itself, and those in no group to one more', () => {
    const sim = run([{ at: 200, kind: 'partition', groups: [['n2']] }], 600);
    expect(sim.state('n1')?.heard.n3).toBeGreaterThan(40);
    expect([sim.state('n1')?.heard.n2, sim.state('n2')?.heard.n1]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(sim.state('n1')?.heard.n2).toBeLessThan(25);
    expect(sim.state('n2')?.heard.n3).toBeLessThan(25);
    expect(sim.trace.find((event) => event.kind === 'partition')).toMatchObject({ groups: [['n2'], ['n1', 'n3']] });
  });

  test('ends when it heals', () => {
    const sim = run(
      [
        { at: 200, kind: 'partition', groups: [['n2'], ['n1', 'n3']] },
        { at: 600, kind: 'heal' },
      ],
      700,
    );
    expect(sim.state('n1')?.heard.n2).toBeGreaterThan(50);
  });

  test('that has healed does not come back with the next cut', () => {
    const sim = run(
      [
        { at: 200, kind: 'partition', groups: [['n2']] },
        { at: 300, kind: 'heal' },
        { at: 400, kind: 'cut', from: 'n1', to: 'n3' },
      ],
      800,
    );
    expect(sim.state('n1')?.heard.n2).toBeGreaterThan(Number(sim.state('n2')?.count) - 3);
    expect(sim.state('n3')?.heard.n1).toBeLessThan(50);
  });

  test('of nodes that are not there is refused', () => {
    const sim = run([], 0);
    expect(() => sim.partition([['n1', 'n9']])).toThrow('n9 is not in the cluster');
    expect(() => sim.cut('n1', 'n9')).toThrow('the cluster is n1, n2, n3');
  });
});

describe('a skewed clock', () => {
  test('makes a node slow or fast by its own time, which its timers keep', () => {
    const sim = run(
      [
        { at: 0, kind: 'skew', node: 'n1', rate: 2, ahead: 1000 },
        { at: 0, kind: 'skew', node: 'n2', rate: 0.5 },
      ],
      1000,
    );
    expect(sim.nodes.map((node) => sim.clock(node))).toEqual([3000, 500, 1000]);
    expect(sim.state('n1')?.count).toBeGreaterThan(180);
    expect(sim.state('n2')?.count).toBeLessThan(60);
  });

  test('that jumps ahead fires the timers that are now overdue, and later ones sooner', () => {
    const sim = simulate<Counting>({ seed: 1, nodes: three, timers: 'by hand' });
    const [armed] = sim.timers('n1');
    expect([armed?.timer, armed?.setAt, armed?.min, armed?.max]).toEqual(['tick', 0, 5, 15]);
    const clocked = simulate<Counting>({ seed: 1, nodes: three });
    clocked.suffer({ kind: 'skew', node: 'n1', rate: 1, ahead: 100 });
    clocked.run({ until: 0 });
    expect(clocked.state('n1')?.count).toBe(1);
    expect(clocked.state('n2')?.count).toBe(0);
  });

  test('that is changed keeps a timer within its range by that clock', () => {
    const sim = run(
      [
        { at: 0, kind: 'skew', node: 'n1', rate: 1.1 },
        { at: 333, kind: 'skew', node: 'n1', rate: 0.9 },
      ],
      2000,
    );
    for (const event of sim.trace) if (event.kind === 'throw') expect(event.error).toBe('');
    const [timer] = sim.timers('n1');
    expect(Number(timer?.due) - Number(timer?.setAt)).toBeGreaterThanOrEqual(5);
    expect(Number(timer?.due) - Number(timer?.setAt)).toBeLessThanOrEqual(15);
  });
});

test('a network that changes in the middle of a run changes what becomes of later messages', () => {
  const deaf = { delay: { min: 1, max: 1 }, loss: 1 };
  const sim = run([{ at: 200, kind: 'network', network: deaf }], 600);
  expect(sim.state('n1')?.heard.n2).toBeLessThan(25);
});
