/** What was durable once and is damaged now is refused in words: a log with a hole in it is worse than none. */
import type { LogStore, Saved } from '@weekend/log-store';
import { difference } from '@weekend/protocol';
import { insist, Refuted } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { StageThrew } from '../thrown.ts';
import { boundsAt, tellCrash } from './after-crash.ts';
import { type Crash, crashes, tornHereAndThere } from './crashes.ts';
import { type Act, playAll, type Scene } from './scene.ts';
import { aLargeLife, entry, playScript, type Script, tail } from './scripts.ts';
import { isOwnWords, type Session } from './session.ts';
import { shortestOf } from './shortest.ts';
import { asText, shown } from './shown.ts';
import type { Contents } from './simulated-store.ts';

export const damagedMiddle: Milestone<LogStore> = {
  id: 'damaged-middle',
  title: 'Damage that no crash explains is refused with a sentence, and the store is left as it is',
  points: 8,
  rule: 'A voter that has forgotten must not vote: whoever cannot tell what he saved does not start',
  hint: 'A crash tears the last write, and no other. How does open see that a damaged value, or one that is missing, was not the last?',
  prove: (stage, dice, bench) =>
    playAll(stage, dice, bench, [
      eachValueDamaged(aVotersLife),
      eachValueDamaged(aLargeLife),
      inALifeBefore,
      besidesATornOne,
    ]),
};

const aVotersLife: Script = [
  { saves: [{ currentTerm: 1, votedFor: 'n1' }] },
  { saves: [tail(0, entry(1, 'alpha'), entry(1, 'beta'))] },
  { saves: [tail(2, entry(1, 'gamma'))] },
  { saves: [{ currentTerm: 12, votedFor: null }] },
  { saves: [tail(1, entry(12, 'delta'), entry(12, 'epsilon'))] },
  { saves: [tail(3, entry(12, 'zeta'))] },
  { saves: [{ currentTerm: 13 }] },
  { saves: [tail(4, entry(13, 'eta'))] },
];

const eachValueDamaged =
  (life: Script): Act =>
  (scene) =>
    shortestOf(scene, life, damagesEach);

async function damagesEach(scene: Scene, life: Script): Promise<void> {
  const session = scene.begin();
  await session.open();
  await playScript(session, life);
  await damagesWhatIsOld(scene, session);
}

/** What the process before has left is all durable: this one has gone on from it. */
const inALifeBefore: Act = async (scene) => {
  const first = scene.begin();
  await first.open();
  await playScript(first, aVotersLife.slice(0, 4));
  const session = scene.begin(first.store.contents, undefined, ['the process ends, and begins anew']);
  await session.open();
  await playScript(session, aVotersLife.slice(4, 6));
  await damagesWhatIsOld(scene, session);
};

async function damagesWhatIsOld(scene: Scene, session: Session): Promise<void> {
  const { contents, tape } = session.store;
  for (const [key, value] of contents) {
    if (!olderThanTheLastSave(session, key)) continue;
    for (const [damage, is] of damages(value)) {
      const damaged = new Map(contents);
      if (is === undefined) damaged.delete(key);
      else damaged.set(key, is);
      scene.backTo(session, tape.length);
      const how = is === undefined ? 'it is gone' : `${damage}: ${asText(is)}`;
      const next = scene.begin(damaged, undefined, [`${key} was ${asText(value)}; now ${how}`]);
      await refuses(next, damaged, session);
    }
  }
}

/** The last save may be taken for one that a crash has torn. */
function olderThanTheLastSave({ store: { tape } }: Session, key: string): boolean {
  const written = tape.findLastIndex((each) => each.kind === 'operation' && each.operation.key === key);
  return written < 0 || tape.slice(written).some(({ kind }) => kind === 'called');
}

async function refuses(session: Session, contents: Contents, before: Session): Promise<void> {
  if (!(await isRefused(session, [before.last]))) return;
  const changed = difference(Object.fromEntries(contents), Object.fromEntries(session.store.contents), 'store');
  insist(changed === undefined, 'open has refused the store, and has changed it; wanted it left as it is');
}

/** Either it is refused, or it did no harm, and this answers false: some write everything twice. */
async function isRefused(session: Session, allowed: readonly Saved[]): Promise<boolean> {
  const ending = await session.tryToOpen();
  if (ending.kind === 'done') {
    if (allowed.some((saved) => difference(saved, ending.value, 'saved') === undefined)) return false;
    throw new Refuted(`open gave ${shown(ending.value)} without a word; wanted it to fail, and to say why`);
  }
  const { error } = ending;
  if (!isOwnWords(error)) throw new StageThrew(error);
  insist(
    error.message.trim().split(/\s+/).length >= 3,
    `open failed with "${error.message}"; wanted a sentence that says what is wrong`,
  );
  return true;
}

/**
 * The last write is torn, as by a crash; that excuses nothing else. What only finishes that write may be done first. Who
 * has written everything twice may go on, with the last save or without it.
 */
const besidesATornOne: Act = async (scene) => {
  const session = scene.begin();
  await session.open();
  await playScript(session, aVotersLife);
  const torn = [...crashes(session.store, tornHereAndThere)].findLast((crash) => crash.torn);
  if (!torn) return;
  for (const key of torn.remains.keys()) {
    if (!olderThanTheLastSave(session, key)) continue;
    const damaged = new Map(torn.remains);
    damaged.delete(key);
    scene.backTo(session, session.store.tape.length);
    const next = scene.begin(damaged, undefined, [tellCrash(torn), `and ${key} is gone`]);
    await isRefused(next, statesAfter(session, torn));
  }
};

/** What may be there after this crash if nothing else has happened. */
function statesAfter({ states, store }: Session, { moment }: Crash): readonly Saved[] {
  const { least, most } = boundsAt(store.tape, moment);
  return states.slice(least, most + 1);
}

/** In a long value not every place is tried. */
const mostPlaces = 400;

/** What can happen to a value: what it is called, and what is there then. */
function damages(value: string): [string, string | undefined][] {
  const found: [string, string | undefined][] = [['gone', undefined]];
  const half = value.length >> 1;
  found.push(['cut off', value.slice(0, half)], ['zeros', value.slice(0, half).padEnd(value.length, '\0')]);
  const apart = Math.ceil(value.length / mostPlaces);
  for (let at = 0; at < value.length; at += apart) {
    const other = similar(value[at] as string);
    if (other && at % 3 === 0) found.push(['one character differs', value.slice(0, at) + other + value.slice(at + 1)]);
    const swapped = value.slice(0, at) + (value[at + 1] ?? '') + value[at] + value.slice(at + 2);
    const isWord = /^[a-z]{2}$/.test(value.slice(at, at + 2));
    if (isWord && at % 3 === 1 && swapped !== value) found.push(['two characters have changed places', swapped]);
  }
  return found;
}

/** Another character of the same kind, so that JSON stays JSON. */
function similar(character: string): string | undefined {
  if (/[1-9]/.test(character)) return character === '1' ? '2' : '1';
  if (/[a-z]/.test(character)) return character === 'e' ? 'a' : 'e';
  return undefined;
}
