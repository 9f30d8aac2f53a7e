/** The disk is full: a save fails, nobody pretends, and what was acknowledged stays. */
import type { LogStore, Saved } from '@weekend/log-store';
import { applyChanges, copy, difference } from '@weekend/protocol';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { goesOnFrom } from './after-crash.ts';
import { leastLeft } from './crashes.ts';
import { type Act, playAll, type Scene } from './scene.ts';
import { entry, tail } from './scripts.ts';
import { oldestFirst, type Session } from './session.ts';
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

const fullAfter =
  (room: number): Act =>
  async (scene) => {
    const session = scene.begin(new Map(), oldestFirst);
    await session.open();
    await session.saveInTurn({ currentTerm: 1, votedFor: 'n1' }, tail(0, entry(1, 'a'), entry(1, 'b')));
    session.store.room = room;
    session.save(tail(2, entry(1, 'c')));
    await session.steps(1);
    session.save({ currentTerm: 2, votedFor: null });
    session.save({ currentTerm: 3, ...tail(1, entry(3, 'x')) });
    await everySaveEnds(session);
    session.save({ votedFor: 'n2' });
    await everySaveEnds(session);

    session.store.room = Number.POSITIVE_INFINITY;
    session.save({ currentTerm: 4 });
    session.save({ votedFor: 'n3' });
    await everySaveEnds(session);
    const closed = session.close();
    await session.steps();
    insist(closed(), 'close has not settled although every save has; wanted it to settle, also after a failure');

    const { length } = session.store.tape;
    await restarts(scene, session, session.store.contents, 'there is room again; the process ends, and begins anew');
    scene.backTo(session, length);
    await restarts(scene, session, leastLeft(session.store), 'there is room again; the power fails');
  };

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
