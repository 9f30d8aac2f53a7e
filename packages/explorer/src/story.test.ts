/** What was found, as a trace: whoever reads the simulator's reads this one, too. */
import type { Trace } from '@weekend/protocol';
import { describe, expect, test } from 'vitest';
import { explore } from './explore.ts';
import type { Question } from './question.ts';
import { counting, type Tiny, tiny } from './test-protocol.ts';

function traceOf(question: Question<Tiny>): Trace<Tiny> {
  const verdict = explore<Tiny>(question);
  const run = 'run' in verdict ? verdict.run : verdict.goals[0]?.run;
  if (!run) throw new Error('wanted a run');
  return run.trace;
}

const echo = tiny({
  start: () => ({ heard: 0 }),
  onMessage(state, from, _message, world) {
    state.heard = Math.min(3, Number(state.heard) + 1);
    world.send(from, { kind: 'thanks' });
    return undefined;
  },
});

describe('a trace', () => {
  test('tells a turn with its state, what was saved and what was sent, by steps instead of times', () => {
    const reached = ({ n1 }: { n1?: Tiny['State'] }) => n1?.heard === 1;
    const trace = traceOf({ nodes: { n1: counting(1), n2: counting(1) }, goals: [{ name: 'heard', reached }] });
    const message = { kind: 'count', count: 1 };
    expect(trace).toEqual([
      { at: 0, kind: 'boot', node: 'n1', saved: {}, state: { me: 'n1', peers: ['n2'], count: 0, heard: 0 } },
      { at: 0, kind: 'boot', node: 'n2', saved: {}, state: { me: 'n2', peers: ['n1'], count: 0, heard: 0 } },
      { at: 1, kind: 'timer', node: 'n2', timer: 'tick', state: { me: 'n2', peers: ['n1'], count: 1, heard: 0 } },
      { at: 1, kind: 'save', node: 'n2', changes: { count: 1 } },
      { at: 1, kind: 'send', id: 1, from: 'n2', to: 'n1', message },
      {
        at: 2,
        kind: 'deliver',
        id: 1,
        from: 'n2',
        to: 'n1',
        message,
        state: { me: 'n1', peers: ['n2'], count: 0, heard: 1 },
      },
    ]);
  });

  test('gives each message a number of its own, and one that comes again is a duplicate', () => {
    const trace = traceOf({
      nodes: { n1: echo },
      start: { packets: [{ from: 'client', to: 'n1', message: { kind: 'hello' } }] },
      goals: [{ name: 'thrice', reached: ({ n1 }) => n1?.heard === 3 }],
    });
    const told = trace.flatMap((event) => ('id' in event ? [[event.kind, event.id]] : []));
    expect(told).toEqual([
      ['inject', 1],
      ['deliver', 1],
      ['send', 2],
      ['duplicate', 3],
      ['deliver', 3],
      ['send', 4],
      ['duplicate', 5],
      ['deliver', 5],
      ['send', 6],
    ]);
  });

  test('tells what was lost and what was repeated in a bag', () => {
    const start = { packets: [{ from: 'client', to: 'n1', message: { kind: 'hello' } }] };
    const repeated = traceOf({
      nodes: { n1: echo },
      start,
      network: { kind: 'bag', duplications: 1 },
      goals: [{ name: 'twice', reached: ({ n1 }) => n1?.heard === 2 }],
    });
    expect(repeated.filter(({ kind }) => kind === 'duplicate')).toMatchObject([{ copyOf: 1, id: 2 }]);
  });

  test('tells a message from outside before it arrives', () => {
    const trace = traceOf({
      nodes: { n1: echo },
      injections: [{ from: 'client', message: { kind: 'hello' } }],
      goals: [{ name: 'heard', reached: ({ n1 }) => n1?.heard === 1 }],
    });
    expect(trace.map(({ kind }) => kind)).toEqual(['boot', 'inject', 'deliver', 'send']);
  });

  test('begins with what was given literally', () => {
    const state = { heard: 2 };
    const trace = traceOf({
      nodes: { n1: echo },
      start: { nodes: { n1: { state, saved: { old: true } } } },
      goals: [{ name: 'two', reached: ({ n1 }) => n1?.heard === 2 }],
    });
    expect(trace).toEqual([{ at: 0, kind: 'boot', node: 'n1', saved: { old: true }, state }]);
  });

  test('shares nothing with the search, and can be changed', () => {
    const trace = traceOf({
      nodes: { n1: counting(3) },
      goals: [{ name: 'three', reached: ({ n1 }) => n1?.count === 3 }],
    });
    for (const event of trace) if ('state' in event && event.state) event.state.count = 'changed';
    expect(trace.every((event) => !('state' in event) || event.state?.count === 'changed')).toBe(true);
  });
});
