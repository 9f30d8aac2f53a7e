/** A life so long that whoever tidies up, now and then, has done so: a crash in the middle of that loses nothing. */
import { survives } from './after-crash.ts';
import { type Crash, crashes, notTorn } from './crashes.ts';
import type { Act } from './scene.ts';
import { entry, tail } from './scripts.ts';
import { oldestFirst, type Session } from './session.ts';
import type { SimulatedStore } from './simulated-store.ts';

export const survivesTidying: Act = async (scene) => {
  const session = scene.begin(new Map(), oldestFirst);
  await session.open();
  await livesLong(session);
  for (const crash of whileItTidies(session.store)) await survives(scene, session, crash, true);
};

const saves = 270;

async function livesLong(session: Session): Promise<void> {
  let length = 0;
  for (let i = 0; i < saves; i += 1) {
    const from = i % 9 === 8 ? length >> 1 : length;
    await session.saveInTurn({ currentTerm: i, ...tail(from, entry(i, `command ${i}`)) });
    length = from + 1;
  }
}

/** Where something was removed or written over, and a few others: of each so many that it takes no long time. */
function whileItTidies(store: SimulatedStore): Crash[] {
  const all = [...crashes(store, notTorn)];
  const isTidying = tidies(store);
  const [tidying, others] = [
    all.filter(({ done }) => isTidying[done - 1]),
    all.filter(({ done }) => !isTidying[done - 1]),
  ];
  return [...thinned(tidying, mostCrashes), ...thinned(others, fewCrashes)];
}

const mostCrashes = 150;
const fewCrashes = 12;

/** For each operation, whether it takes something away that was there. */
function tidies({ durable, tape }: SimulatedStore): boolean[] {
  const known = new Set(durable.keys());
  return tape.flatMap((each) => {
    if (each.kind !== 'operation') return [];
    const was = known.has(each.operation.key);
    known.add(each.operation.key);
    return [was];
  });
}

function thinned<T>(all: readonly T[], most: number): T[] {
  const every = Math.ceil(all.length / most);
  return all.filter((_, at) => at % every === 0);
}
