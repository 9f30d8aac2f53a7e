/** A run is cut off by the power at each of its moments, and each time the log is opened on what is left. */
import { insist } from '../refuted.ts';
import { type Crash, crashes, leastLeft, type Tears } from './crashes.ts';
import { type Bounds, insistOnSame, savesRestored } from './restored.ts';
import type { Scene } from './scene.ts';
import { entry, tail } from './scripts.ts';
import type { Session } from './session.ts';
import { asText } from './shown.ts';
import type { Moment } from './simulated-store.ts';

/** Refuted unless every crash leaves what is acknowledged, whole saves, in order; and with `goesOn`, a log to go on with. */
export async function survivesAll(scene: Scene, session: Session, tears: Tears, goesOn: boolean): Promise<void> {
  for (const crash of crashes(session.store, tears)) await survives(scene, session, crash, goesOn);
}

/** The same of one crash. */
export async function survives(scene: Scene, session: Session, crash: Crash, goesOn: boolean): Promise<void> {
  scene.backTo(session, crash.moment);
  const next = scene.begin(crash.remains, undefined, [tellCrash(crash)]);
  const restored = await next.open();
  savesRestored(restored, session.states, boundsAt(session.store.tape, crash.moment));
  if (goesOn) await goesOnFrom(scene, next);
}

/** Another save, another restart. */
export async function goesOnFrom(scene: Scene, session: Session): Promise<void> {
  const { log } = session.last;
  const length = Array.isArray(log) ? log.length : 0;
  await session.saveInTurn({ currentTerm: 99, ...tail(length, entry(99, 'goes on')) });
  const next = scene.begin(leastLeft(session.store), undefined, ['the power fails again']);
  insistOnSame(await next.open(), session.last);
}

/** The power fails after each save that has settled, and takes everything that it may take. */
export async function keepsWhatSettled(scene: Scene, session: Session): Promise<void> {
  const { tape } = session.store;
  for (const [moment, { kind }] of tape.entries()) {
    if (kind !== 'done') continue;
    scene.backTo(session, moment + 1);
    const next = scene.begin(leastLeft(session.store, moment + 1), undefined, [
      'the power fails; all that was not synced is lost',
    ]);
    savesRestored(await next.open(), session.states, boundsAt(tape, moment + 1));
  }
}

/** What must be there, and what may, if it ends at this moment. */
export function boundsAt(tape: readonly Moment[], moment: number): Bounds {
  let least = 0;
  let most = 0;
  for (const each of tape.slice(0, moment)) {
    if (each.kind === 'called') most = each.save + 1;
    if (each.kind === 'done') least = Math.max(least, each.save + 1);
  }
  insist(least <= most, 'a save has settled before it was called');
  return { least, most };
}

export function tellCrash({ torn }: Crash): string {
  if (!torn) return 'the power fails; of what was not synced, this is left';
  return `the power fails while ${torn.key} is written, and leaves ${asText(torn.is)}`;
}
