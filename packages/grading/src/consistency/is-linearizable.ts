/** The student's own checker against ours (Herlihy and Wing, 1990). Unknown is an answer for huge histories only. */
import { linearizable, registerModel } from '@weekend/checkers';
import type { Consistency, History } from '@weekend/consistency';
import { Random } from '@weekend/simulator';
import { Refuted } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { asking, refutation } from './asking.ts';
import { cas, drawHistory, failed, judged, read, told, unknown, write } from './register-histories.ts';
import { written } from './scenes.ts';

export const isLinearizable: Milestone<Consistency> = {
  id: 'is-linearizable',
  title: 'Your checker says whether a history is linearizable',
  points: 12,
  rule: 'Linearizability: each operation takes effect at one moment between its call and its completion',
  hint: 'Which operations could come first? Only those that were called before any other one was complete. Take one, ask the same question of the rest, and when it leads nowhere, take it back entirely.',
  prove: (stage, { seed, seeds }) =>
    refutation(() => {
      for (const [history, why] of table) judges(stage, history, why);
      for (let i = 0; i < 3 * seeds; i++) {
        const random = new Random(seed + i, 'histories');
        const recipe = { processes: random.between(1, 4), operations: random.between(1, 9), isPlain: false };
        judges(stage, drawHistory(random, recipe), '');
      }
      for (let i = 0; i < seeds / 4; i++) {
        const random = new Random(seed + i, 'a dozen');
        judges(stage, drawHistory(random, { processes: 4, operations: 12, isPlain: false }), '');
      }
    }),
};

function judges(stage: Consistency, history: History, why: string): void {
  const answer: unknown = asking('isLinearizable', history, (own) =>
    written(stage, ['isLinearizable']).isLinearizable(own),
  );
  const wanted = linearizable(judged(history), registerModel).kind === 'ok';
  if (answer === wanted || (answer === 'unknown' && history.length > aDozen)) return;
  const because = why === '' ? '' : `: ${why}`;
  const size = `${history.length} operation${history.length === 1 ? '' : 's'}`;
  const headline = `isLinearizable says ${JSON.stringify(answer)} of this history of ${size}; wanted ${wanted}${because}`;
  throw new Refuted([headline, ...told(history)].join('\n'));
}

const aDozen = 12;

/** Many, one after another: there is little to try. */
const oneByOne = (last: string): History => [
  ...Array.from({ length: 40 }, (_, i) => write(`p${i % 3}`, `v${i}`, 2 * i, 2 * i + 1)),
  read('p9', last, 90, 91),
];

const table: readonly (readonly [History, string])[] = [
  [[], 'nothing happened'],
  [[read('p1', null, 0, 1)], 'at first the register holds null'],
  [[read('p1', 'a', 0, 1)], 'nobody wrote it'],
  [[write('p1', 'a', 0, 1), read('p2', 'a', 2, 3)], 'the read comes after the write'],
  // C23
  [[write('p1', 'a', 0, 1), read('p2', null, 2, 3)], 'the write was complete before the read was called'],
  [[write('p1', 'a', 0, 1), write('p2', 'b', 2, 3), read('p3', 'a', 4, 5)], 'b was written last'],
  [[write('p1', 'a', 0, 9), read('p2', 'a', 1, 2), read('p3', null, 3, 4)], 'once read, a value is there'],
  // C24
  [
    [write('p1', 'a', 0, 10), write('p2', 'b', 1, 2), read('p3', 'a', 11, 12)],
    'overlapping writes may take either order',
  ],
  [
    [write('p1', 'a', 0, 10), write('p2', 'b', 1, 2), read('p3', 'b', 11, 12)],
    'overlapping writes may take either order',
  ],
  [[write('p1', 'a', 0, 3), read('p2', null, 1, 2)], 'the write may come after a read that it overlaps'],
  [[write('p1', 'a', 0, 3), read('p2', 'a', 1, 2)], 'the write may come before a read that it overlaps'],
  [[write('p1', 'a', 0, 5), read('p2', null, 5, 6)], 'with equal times they overlap'],
  [[read('p2', 'a', 0, 1), write('p1', 'a', 1, 2)], 'with equal times they overlap'],
  [[read('p2', 'a', 0, 1), write('p1', 'a', 2, 3)], 'the read was complete before the write was called'],
  // C25
  [[unknown(write('p1', 'a', 0, 0)), read('p2', null, 6, 7), read('p2', 'a', 8, 9)], 'it may take effect late'],
  [[unknown(write('p1', 'a', 0, 0)), read('p2', null, 6, 7), read('p2', null, 8, 9)], 'it may never take effect'],
  [[unknown(write('p1', 'a', 0, 0)), read('p2', 'a', 6, 7), read('p2', null, 8, 9)], 'it takes effect once'],
  [
    [unknown(write('p1', 'a', 0, 0)), read('p2', 'a', 1, 2), write('p2', 'b', 3, 4), read('p2', 'a', 5, 6)],
    'it takes effect once',
  ],
  [[unknown(write('p1', 'a', 5, 5)), read('p2', 'a', 1, 2)], 'it was called after the read was complete'],
  [
    [unknown(read('p1', 'a', 0, 1)), write('p2', 'b', 2, 3), read('p2', 'b', 4, 5)],
    'a read without an answer says nothing',
  ],
  [
    [write('p2', 'b', 0, 1), unknown(write('p1', 'a', 2, 2)), write('p2', 'c', 4, 5), read('p3', 'a', 6, 7)],
    'it may take effect after a later write',
  ],
  [[unknown(cas('p1', null, 'a', 0, 0)), read('p2', 'a', 2, 3)], 'it may have set'],
  [[unknown(cas('p1', 'b', 'a', 0, 0)), read('p2', 'a', 2, 3)], 'nobody wrote b, so it can not have set'],
  // C26
  [[failed(write('p1', 'a', 0, 1)), read('p2', 'a', 2, 3)], 'what failed did not happen'],
  [[failed(write('p1', 'a', 0, 1)), read('p2', null, 2, 3)], 'what failed did not happen'],
  [[write('p1', 'a', 0, 1), failed(cas('p2', 'a', 'b', 2, 3)), read('p2', 'a', 4, 5)], 'what failed did not happen'],
  [[write('p1', 'a', 0, 1), failed(read('p2', 'b', 2, 3)), read('p2', 'a', 4, 5)], 'what failed did not happen'],
  // Compare and set
  [[write('p1', 'a', 0, 1), cas('p2', 'a', 'b', 2, 3), read('p1', 'b', 4, 5)], 'a was there, so b was set'],
  [[write('p1', 'a', 0, 1), cas('p2', 'c', 'b', 2, 3), read('p1', 'b', 4, 5)], 'c was not there'],
  [
    [write('p1', 'a', 0, 1), cas('p2', 'c', 'b', 2, 3, false), read('p1', 'a', 4, 5)],
    'it has not set, and c was not there',
  ],
  [[write('p1', 'a', 0, 1), cas('p2', 'a', 'b', 2, 3, false)], 'a was there, so it must have set'],
  [[cas('p1', null, 'a', 0, 9), cas('p2', null, 'b', 0, 9)], 'only one of the two can have found null'],
  [[cas('p1', null, 'a', 0, 9), cas('p2', 'a', 'b', 0, 9), cas('p3', 'b', 'c', 0, 9)], 'one after the other'],
  // C29: the search must go back more than once.
  [
    [write('p1', 'a', 0, 9), write('p2', 'b', 0, 9), read('p3', 'b', 0, 9), read('p4', 'a', 0, 9)],
    'an order is b, its read, a, its read',
  ],
  [
    [
      write('p1', 'a', 0, 9),
      write('p2', 'b', 0, 9),
      write('p3', 'c', 0, 9),
      read('p4', 'b', 1, 2),
      read('p4', 'a', 3, 4),
      read('p4', 'c', 5, 6),
    ],
    'the order is that of the reads',
  ],
  [
    [
      write('p1', 'a', 0, 9),
      write('p2', 'b', 0, 9),
      read('p3', 'a', 1, 2),
      read('p3', 'b', 3, 4),
      read('p3', 'a', 5, 6),
    ],
    'a was written once, and b after it',
  ],
  [
    [write('p1', 'a', 0, 1), write('p1', 'b', 2, 3), write('p1', 'a', 4, 5), read('p2', 'a', 6, 7)],
    'a was written again',
  ],
  [[write('p1', 0, 0, 1), read('p2', 0, 2, 3)], 'the read comes after the write'],
  [[write('p1', 0, 0, 1), read('p2', null, 2, 3)], 'the write was complete before the read was called'],
  [[write('p1', '', 0, 1), read('p2', null, 2, 3)], 'the write was complete before the read was called'],
  [[write('p1', 1, 0, 1), read('p2', '1', 2, 3)], 'nobody wrote it'],
  [oneByOne('v39'), 'the read comes after the write'],
  [oneByOne('v38'), 'the write was complete before the read was called'],
  [oneByOne('v7'), 'the write was complete before the read was called'],
];
