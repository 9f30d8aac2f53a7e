/** Stories of a made-up protocol: what a line says, what is folded, and what is left out of a long one. */
import type { Shape, Trace } from '@weekend/protocol';
import { describe, expect, test } from 'vitest';
import type { Teller } from './teller.ts';
import { tell } from './transcript.ts';

interface Chat extends Shape {
  State: { mood: string };
  Message: { kind: 'hello' | 'ping'; term: number };
  Timer: 'wake' | 'ping';
  Durable: { term: number };
}

const teller: Teller<Chat> = {
  message: ({ kind }) => kind,
  stamp: ({ term }) => `@${term}`,
  node: ({ mood }) => mood,
  timer: (timer) => (timer === 'wake' ? 'timeout' : timer),
  isRoutine: (event) => (event.kind === 'timer' ? event.timer : event.message.kind) === 'ping',
};

const hello = (id: number, from = 'n1', to = 'n2') => ({ id, from, to, message: { kind: 'hello' as const, term: 3 } });
const ping = (id: number) => ({
  at: id,
  kind: 'deliver' as const,
  id,
  from: 'n1',
  to: 'n2',
  message: { kind: 'ping' as const, term: 3 },
});
const boots: Trace<Chat> = ['n1', 'n2'].map((node) => ({
  at: 0,
  kind: 'boot',
  node,
  saved: {},
  state: { mood: 'calm' },
}));
const story = (events: Trace<Chat>, telling = {}) => tell([...boots, ...events], teller, telling);

describe('a line', () => {
  test('tells who said what to whom, and what became of the one who heard it', () => {
    expect(story([{ at: 1, kind: 'deliver', ...hello(1), state: { mood: 'glad' } }])).toEqual([
      'n1@3 -> n2 hello => glad',
    ]);
    expect(story([{ at: 1, kind: 'deliver', ...hello(1), state: { mood: 'calm' } }])).toEqual(['n1@3 -> n2 hello']);
  });

  test('tells a message when it arrives, and when it is sent only if the story ends before', () => {
    expect(
      story([
        { at: 1, kind: 'send', ...hello(1) },
        { at: 2, kind: 'deliver', ...hello(1) },
      ]),
    ).toEqual(['n1@3 -> n2 hello']);
    expect(story([{ at: 1, kind: 'send', ...hello(1) }])).toEqual(['n1@3 -> n2 hello, on its way']);
    // Nobody plays n7 here, so that it hears nothing is not worth a word.
    expect(story([{ at: 1, kind: 'send', ...hello(1, 'n1', 'n7') }])).toEqual(['n1@3 -> n7 hello']);
  });

  test('tells why a message was lost', () => {
    const lost = (['lost', 'cut', 'down'] as const).map((why, i) => ({
      at: 1,
      kind: 'drop' as const,
      why,
      ...hello(i),
    }));
    expect(story(lost)).toEqual([
      'n1@3 -> n2 hello, lost',
      'n1@3 -> n2 hello, lost: cut',
      'n1@3 -> n2 hello, lost: n2 is down',
    ]);
  });

  test('tells which message came again, also as the copy of a copy', () => {
    expect(
      story([
        { at: 1, kind: 'send', ...hello(1) },
        { at: 1, kind: 'duplicate', copyOf: 1, ...hello(2) },
        { at: 1, kind: 'duplicate', copyOf: 2, ...hello(3) },
        { at: 2, kind: 'deliver', ...hello(3) },
        { at: 3, kind: 'deliver', ...hello(1) },
        { at: 4, kind: 'deliver', ...hello(2) },
      ]),
    ).toEqual(['n1@3 -> n2 hello', 'n1@3 -> n2 hello, again', 'n1@3 -> n2 hello, again']);
  });

  test('does not take messages of which nobody wrote down the sending for one and the same', () => {
    expect(
      story([
        { at: 1, kind: 'deliver', ...hello(0) },
        { at: 2, kind: 'deliver', ...hello(0) },
      ]),
    ).toEqual(['n1@3 -> n2 hello', 'n1@3 -> n2 hello']);
  });

  test('tells each fault', () => {
    expect(
      story([
        { at: 1, kind: 'timer', node: 'n1', timer: 'wake', state: { mood: 'cross' } },
        { at: 1, kind: 'save', node: 'n1', changes: { term: 3 } },
        { at: 2, kind: 'crash', node: 'n1' },
        { at: 3, kind: 'boot', node: 'n1', saved: { term: 3 }, state: { mood: 'calm' } },
        { at: 4, kind: 'crash', node: 'n1', unsaved: 1, unsent: 2 },
        { at: 5, kind: 'crash', node: 'n2', unsent: 2 },
        { at: 5, kind: 'crash', node: 'n2', unsent: 1 },
        { at: 5, kind: 'crash', node: 'n2', unsent: 0 },
        { at: 6, kind: 'pause', node: 'n2' },
        { at: 7, kind: 'resume', node: 'n2' },
        { at: 8, kind: 'cut', from: 'n1', to: 'n2' },
        { at: 9, kind: 'join', from: 'n1', to: 'n2' },
        { at: 10, kind: 'partition', groups: [['n1'], ['n2', 'n3']] },
        { at: 11, kind: 'heal' },
        { at: 12, kind: 'skew', node: 'n1', rate: 0.9, ahead: 500 },
        { at: 13, kind: 'network', network: {} },
        { at: 14, kind: 'throw', node: 'n1', error: 'votes is undefined' },
      ]),
    ).toEqual([
      'timeout n1 => cross',
      'crash n1',
      'restart n1 => calm',
      'crash n1 before it saved',
      'crash n2 with 2 messages unsent',
      'crash n2 with 1 message unsent',
      'crash n2',
      'pause n2',
      'resume n2',
      'cut n1 -> n2',
      'join n1 -> n2',
      'partition n1 | n2 n3',
      'heal',
      'clock of n1: 500 ms ahead, rate 0.9',
      'n1 throws: votes is undefined',
    ]);
  });

  test('stands beside its time, where that is asked for', () => {
    expect(story([{ at: 1234.567, kind: 'crash', node: 'n1' }], { times: true })).toEqual(['  1234.6  crash n1']);
  });

  test('is written even where a message is so wrong that its teller throws', () => {
    const throwing: Teller<Chat> = {
      message() {
        throw new TypeError('no entries');
      },
    };
    expect(tell<Chat>([{ at: 1, kind: 'deliver', ...hello(1) }], throwing)).toEqual([
      'n1 -> n2 {"kind":"hello","term":3}',
    ]);
  });
});

describe('a story', () => {
  const crash = { at: 50, kind: 'crash', node: 'n1' } as const;

  test('folds what is routine, and says how much of it there was', () => {
    expect(story([ping(1), ping(2), ping(3), crash, ping(4), crash])).toEqual([
      '… 3 routine events',
      'crash n1',
      'n1@3 -> n2 ping',
      'crash n1',
    ]);
  });

  test('tells the routine too, where that is asked for', () => {
    expect(story([ping(1), ping(2), crash], { routine: true })).toEqual([
      'n1@3 -> n2 ping',
      'n1@3 -> n2 ping',
      'crash n1',
    ]);
  });

  test('does not fold routine that changes somebody, nor its own end', () => {
    expect(story([{ ...ping(1), state: { mood: 'glad' } }, ping(2), ping(3)])).toEqual([
      'n1@3 -> n2 ping => glad',
      'n1@3 -> n2 ping',
      'n1@3 -> n2 ping',
    ]);
  });

  test('that is too long first leaves out what changes nothing', () => {
    const chatter = [1, 2, 3, 4].map((id) => ({ at: id, kind: 'deliver' as const, ...hello(id) }));
    expect(story([...chatter, crash, ...chatter, crash], { lines: 4 })).toEqual([
      '… 4 events',
      'crash n1',
      '… 4 events',
      'crash n1',
    ]);
  });

  test('that is still too long keeps its beginning and its end, the end above all', () => {
    const faults = Array.from({ length: 20 }, (_, i) => ({ at: i, kind: 'crash' as const, node: `n${i}` }));
    expect(story(faults, { lines: 6 })).toEqual([
      'crash n0',
      '… 15 events',
      'crash n16',
      'crash n17',
      'crash n18',
      'crash n19',
    ]);
    expect(story(faults, { lines: 2 })).toEqual(['… 19 events', 'crash n19']);
  });
});
