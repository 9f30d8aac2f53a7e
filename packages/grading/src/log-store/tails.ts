/** A list may be given by its end: from a position on it is now these items, and nothing more. */
import type { LogStore, Saved } from '@weekend/log-store';
import type { Changes } from '@weekend/protocol';
import type { Milestone } from '../suite.ts';
import { insistOnSame } from './restored.ts';
import { type Act, playAll } from './scene.ts';
import { entry, tail } from './scripts.ts';

export const tails: Milestone<LogStore> = {
  id: 'tails',
  title: 'A tail appends to a list, replaces its end, and cuts it off',
  points: 10,
  rule: 'A conflicting entry goes, with all that follow it; new entries are appended (Figure 2, AppendEntries; §5.3)',
  hint: 'Which items of the old list are still there after a tail from position 2, and which of the new? And after a restart in between?',
  prove: (stage, dice, bench) =>
    playAll(stage, dice, bench, [
      inOneLife(tail(0, a), tail(1, b), tail(2, c, d)),
      inOneLife(tail(0, a, b, c, d), tail(1, x)),
      inOneLife(tail(0, a, b, c), tail(1, x, y, z, z)),
      inOneLife(tail(0, a, b, c, d), tail(2)),
      inOneLife(tail(0, a, b), tail(0), tail(0, x)),
      inOneLife({ log: [a, b, c, d] }, tail(4, x), { log: [y] }, tail(1, z)),
      inOneLife({ log: [a, b] }, { log: 'a text now' }, { log: [x] }, tail(1, y), { log: [] }),
      inOneLife({ log: [a], other: [1, 2, 3] }, { other: { from: 2, items: [7, 8] } }, tail(1, b)),
      inOneLife({ currentTerm: 2, ...tail(0, a, b) }, { currentTerm: 3, votedFor: 'n1', ...tail(1, x) }),
      inOneLife({ votedFor: 'n1', ...tail(0, a) }, { votedFor: undefined, log: undefined }, tail(0, b)),
      inOneLife({ votedFor: undefined, currentTerm: 1 }, { votedFor: null }),
      inOneLife(tail(0, ...many), tail(700, ...many), { other: { from: 0, items: many }, ...tail(1500, x) }),
      eachInALife(tail(0, a, b, c), tail(3, d), tail(1, x), tail(2, y, z), tail(3), tail(3, d)),
      asItWasWhenSaved,
    ]),
};

const [a, b, c, d] = [entry(1, 'a'), entry(1, 'b'), entry(1, 'c'), entry(1, 'd')];
const many = Array.from({ length: 1200 }, (_, i) => entry(1, `${i}`));
const [x, y, z] = [entry(2, 'x'), entry(2, 'y'), entry(2, 'z')];

const restart = ['the process ends, and begins anew'];

function inOneLife(...saves: Changes<Saved>[]): Act {
  return async (scene) => {
    const session = scene.begin();
    await session.open();
    await session.saveInTurn(...saves);
    insistOnSame(await scene.begin(session.store.contents, undefined, restart).open(), session.last);
  };
}

/** A restart after each. */
function eachInALife(...saves: Changes<Saved>[]): Act {
  return async (scene) => {
    let session = scene.begin();
    await session.open();
    for (const changes of saves) {
      await session.saveInTurn(changes);
      const next = scene.begin(session.store.contents, undefined, restart);
      insistOnSame(await next.open(), session.last);
      session = next;
    }
  };
}

/** The node goes on with its log while the store still writes. */
const asItWasWhenSaved: Act = async (scene) => {
  const session = scene.begin();
  await session.open();
  const log = [entry(1, 'a'), entry(1, 'b')];
  session.save({ log: { from: 0, items: log } });
  log.push(entry(1, 'c'));
  (log[0] as { term: number }).term = 9;
  await session.allDone();
  session.save({ log: { from: 2, items: log } });
  log.length = 0;
  await session.allDone();
  const next = scene.begin(session.store.contents, undefined, [
    'the caller changes the lists that he has passed, after the calls',
    ...restart,
  ]);
  insistOnSame(await next.open(), session.last);
};
