/** What was found at a restart counts as acknowledged: the node acts on it. It is there after the next crash, too. */
import type { LogStore, Operation } from '@weekend/log-store';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { boundsAt, tellCrash } from './after-crash.ts';
import { crashes, leastLeft, notTorn, tornHereAndThere } from './crashes.ts';
import { type Bounds, insistOnSame, savesRestored } from './restored.ts';
import { type Act, playAll, type Scene } from './scene.ts';
import { aLife, playScript, type Script, shortLives } from './scripts.ts';
import { oldestFirst, type Session } from './session.ts';
import { shortestOf } from './shortest.ts';
import { apply, type Contents, type Remains, type SimulatedStore } from './simulated-store.ts';

export const crashAgain: Milestone<LogStore> = {
  id: 'crash-again',
  title: 'What a restart has found is still there after the next crash, even one during the restart',
  points: 6,
  rule: 'What open gives is durable when it settles: a node that has read its vote stands by it',
  hint: 'A process was killed while it saved its vote, and begins anew. It reads the vote, and acts on it. Has anybody synced it?',
  prove: (stage, dice, bench) =>
    playAll(stage, dice, bench, [
      ...[...shortLives, aLife].map(killedThenCut),
      ...[...shortLives, aLife].map(cutWhileItOpens),
      ...shortLives.map(brokenWhileItOpens),
    ]),
};

/** The process is killed while the disk is busy, begins anew, and the power fails. */
const killedThenCut =
  (script: Script): Act =>
  (first) =>
    shortestOf(first, script, async (scene, life) => {
      const session = await lived(scene, life);
      for (const { remains, moment } of kills(session.store)) {
        scene.backTo(session, moment);
        const before = ['the process is killed, and begins anew; what it had not synced is still there'];
        await standsByWhatItFound(scene, session, remains, before, boundsAt(session.store.tape, moment));
      }
    });

/** The disk fails while the log is opened: that is told, or what is given is durable all the same. */
const brokenWhileItOpens =
  (script: Script): Act =>
  (first) =>
    shortestOf(first, script, async (scene, life) => {
      const session = await lived(scene, life);
      for (const { remains, moment } of kills(session.store)) {
        scene.backTo(session, moment);
        const before = [
          'the process is killed, and begins anew; what it had not synced is still there; the disk fails',
        ];
        const second = scene.begin(remains, oldestFirst, before);
        second.store.broken = true;
        const found = await second.tryToOpen();
        if (found.kind === 'failed') continue;
        const third = scene.begin(leastLeft(second.store), undefined, ['open has settled, and the power fails']);
        insistOnSame(await third.open(), found.value);
      }
    });

/** What a killed process leaves, at each moment at which not all of it is synced. */
function* kills({ durable, tape }: SimulatedStore): Generator<{ remains: Remains; moment: number }> {
  let unsynced: Operation[] = [];
  let synced = durable;
  for (const [at, { kind, ...each }] of tape.entries()) {
    if (kind === 'synced') {
      synced = withAll(synced, unsynced);
      unsynced = [];
    }
    if ('operation' in each) unsynced = [...unsynced, each.operation];
    if (unsynced.length > 0) yield { remains: { durable: synced, unsynced }, moment: at + 1 };
  }
}

function withAll(contents: Contents, operations: readonly Operation[]): Contents {
  const changed = new Map(contents);
  for (const operation of operations) apply(changed, operation);
  return changed;
}

/** The power fails, and fails again while the log is opened. */
const cutWhileItOpens =
  (script: Script): Act =>
  (first) =>
    shortestOf(first, script, async (scene, life) => {
      const session = await lived(scene, life);
      for (const crash of crashes(session.store, tornHereAndThere)) {
        scene.backTo(session, crash.moment);
        const bounds = boundsAt(session.store.tape, crash.moment);
        await standsByWhatItFound(scene, session, { durable: crash.remains }, [tellCrash(crash)], bounds);
      }
    });

async function lived(scene: Scene, script: Script): Promise<Session> {
  const session = scene.begin(new Map(), oldestFirst);
  await session.open();
  await playScript(session, script);
  return session;
}

async function standsByWhatItFound(
  scene: Scene,
  first: Session,
  remains: Remains,
  before: readonly string[],
  bounds: Bounds,
): Promise<void> {
  const second = scene.begin(remains, oldestFirst, before);
  const found = await second.open();
  const count = savesRestored(found, first.states, bounds);
  const opened = second.store.tape.findIndex(({ kind }) => kind === 'opened');
  insist(opened >= 0, 'open has settled and nobody was told');
  for (const crash of crashes(second.store, notTorn)) {
    scene.backTo(second, crash.moment);
    const third = scene.begin(crash.remains, undefined, [tellCrash(crash)]);
    const restored = await third.open();
    if (crash.moment > opened) insistOnSame(restored, first.states[count] ?? {});
    else savesRestored(restored, first.states, bounds);
  }
}
