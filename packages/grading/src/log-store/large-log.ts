/** A log of ten thousand entries: to append one writes one, and to open it reads it once or twice. */
import type { LogStore, Saved } from '@weekend/log-store';
import type { Changes } from '@weekend/protocol';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { insistOnSame } from './restored.ts';
import { type Act, playAll } from './scene.ts';
import { entry, tail } from './scripts.ts';
import type { Session } from './session.ts';

export const largeLog: Milestone<LogStore> = {
  id: 'large-log',
  title: 'A long log is found again in its order, and what is new is all that is written',
  points: 6,
  rule: 'Writes are what is new, not the whole log',
  hint: 'What does your save write for one more entry on a log of ten thousand? And which comes first as a key, 9 or 10?',
  prove: (stage, dice, bench) => playAll(stage, dice, bench, [writesWhatIsNew, aThousandSaves, anySize]),
};

const writesWhatIsNew: Act = async (scene) => {
  const session = scene.begin();
  await session.open();
  const log = Array.from({ length: 10_000 }, (_, i) => entry(1, `command ${i}`));
  await session.saveInTurn({ currentTerm: 1, log });
  await insistOnLittle(session, 10_000);
  const next = scene.begin(session.store.contents, undefined, ['the process ends, and begins anew']);
  insistOnSame(await next.open(), session.last);
  await insistOnLittle(next, 10_010);
};

async function insistOnLittle(session: Session, length: number): Promise<void> {
  const saves: Changes<Saved>[] = [];
  for (let i = length; i < length + 10; i += 1) saves.push(tail(i, entry(2, `command ${i}`)), { currentTerm: i });
  const before = session.store.asked.written;
  await session.saveInTurn(...saves);
  const written = session.store.asked.written - before;
  const size = JSON.stringify(saves).length;
  const most = 8 * size + 500 * saves.length;
  insist(
    written <= most,
    `${saves.length} saves of together ${size} characters, on a log of ${length} entries, wrote ${written} characters to the store; wanted ${most} at most`,
  );
}

const aThousandSaves: Act = async (scene) => {
  const session = scene.begin();
  await session.open();
  for (let i = 0; i < 1_100; i += 1) await session.saveInTurn(tail(i, entry(1, `command ${i}`)));
  const next = scene.begin(session.store.contents, undefined, ['the process ends, and begins anew']);
  insistOnSame(await next.open(), session.last);
  const most = 10 * session.store.contents.size + 100;
  insist(
    next.store.asked.read <= most,
    `open has read ${next.store.asked.read} values of a store that has ${session.store.contents.size}; wanted ${most} at most`,
  );
};

/** Who divides what he writes has to find its end again, wherever that is. */
const anySize: Act = async (scene) => {
  const session = scene.begin();
  await session.open();
  for (let size = 256; size <= 8192; size *= 2)
    for (let length = size - 70; length <= size + 2; length += 1)
      await session.saveInTurn({ currentTerm: length, note: 'x'.repeat(length) });
  const next = scene.begin(session.store.contents, undefined, ['the process ends, and begins anew']);
  insistOnSame(await next.open(), session.last);
};
