/** The disk is full: a save fails, nobody pretends, and what was acknowledged stays. */
import type { LogStore, Saved } from '@weekend/log-store';
import { applyChanges, copy, difference } from '@weekend/protocol';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { goesOnFrom } from './after-crash.ts';
import { leastLeft } from './crashes.ts';
import { type Act, playAll, type Scene } from './scene.ts';
import { entry, type Script, tail } from './scripts.ts';
import { oldestFirst, type Session } from './session.ts';
import { shortestOf } from './shortest.ts';
import { shown } from './shown.ts';
import type { Contents } from './simulated-store.ts';

export const diskFull: Milestone<LogStore> = {
  id: 'disk-full',
  title: 'When the disk is full, the save fails and says so, and nothing acknowledged is lost',
  points: 8,
  rule: 'A save that settles is durable; one that cannot be must fail',
  hint: 'The batch failed, and may have left a torn value behind. What would you write next, and on top of what? Must you write anything at all?',
  prove: (stage, dice, bench) =>
    playAll(
      stage,
      dice,
      bench,
      rooms.map((room) => fullAfter(room)),
    ),
};

/** In characters: none at all, and so many that the disk is full in the middle of something. */
const rooms = [0, 1, 7, 15, 16, 20, 24, 30, 40, 55, 70, 85, 100, 120, 150, 190, 240, 300];

const lifeWith = (room: number): Script => [
  { saves: [{ currentTerm: 1, votedFor: 'n1' }] },
  { saves: [tail(0, entry(1, 'a'), entry(1, 'b'))] },
  { saves: [], room },
  { saves: [tail(2, entry(1, 'c'))], steps: 1 },
  {
    saves: [
      { currentTerm: 2, votedFor: null },
      { currentTerm: 3, ...tail(1, entry(3, 'x')) },
    ],
  },
  { saves: [{ votedFor: 'n2' }] },
  { saves: [], room: Number.POSITIVE_INFINITY },
  { saves: [{ currentTerm: 4 }, { votedFor: 'n3' }] },
];

const fullAfter =
  (room: number): Act =>
  (first) =>
    shortestOf(first, lifeWith(room), async (scene, life) => {
      const session = scene.begin(new Map(), oldestFirst);
      await session.open();
      await playFull(session, life);
      const closed = session.close();
      await session.steps();
      insist(closed(), 'close has not settled although every save has; wanted it to settle, also after a failure');

      const { contents, tape } = session.store;
      const { length } = tape;
      const andThen = tape.some(({ kind }) => kind === 'failed') ? 'there is room again; ' : '';
      await restarts(scene, session, contents, `${andThen}the process ends, and begins anew`);
      scene.backTo(session, length);
      await restarts(scene, session, leastLeft(session.store), `${andThen}the power fails`);
    });

async function playFull(session: Session, life: Script): Promise<void> {
  let isFull = false;
  for (const { saves, steps, room } of life) {
    if (room !== undefined) session.store.room = room;
    isFull ||= room !== undefined;
    for (const changes of saves) session.save(changes);
    if (steps !== undefined) await session.steps(steps);
    else await (isFull ? everySaveEnds(session) : session.allDone());
  }
  await everySaveEnds(session);
}

async function everySaveEnds(session: Session): Promise<void> {
  await session.steps();
  const hanging = session.endings.findIndex(({ kind }) => kind === 'running');
  insist(
    hanging < 0,
    `save ${hanging + 1} has neither settled nor failed, and nothing is being written; wanted it to fail, for the disk is full`,
  );
}

async function restarts(scene: Scene, session: Session, contents: Contents, how: string): Promise<void> {
  const next = scene.begin(contents, undefined, [how]);
  const restored = await next.open();
  const possible = outcomes(session);
  insist(
    possible.some((each) => difference(each, restored, 'saved') === undefined),
    `open gave ${shown(restored)}; wanted what the saves that settled come to (${shown(possible[0])}), perhaps with some that failed`,
  );
  await goesOnFrom(scene, next);
}

/** What the settled saves come to, without those that failed and with any of them. */
function outcomes({ endings, store, states }: Session): Saved[] {
  let possible: Saved[] = [states[0] ?? {}];
  for (const each of store.tape) {
    if (each.kind !== 'called') continue;
    const withIt = possible.flatMap((saved) => {
      const next = copy(saved);
      return appliesTo(next, each.changes) ? [next] : [];
    });
    possible = endings[each.save]?.kind === 'done' ? withIt : [...possible, ...withIt];
  }
  return possible;
}

/** False for a tail that begins beyond the list, since what it builds on is not there. */
function appliesTo(saved: Saved, changes: Saved): boolean {
  try {
    applyChanges(saved, changes);
    return true;
  } catch {
    return false;
  }
}
