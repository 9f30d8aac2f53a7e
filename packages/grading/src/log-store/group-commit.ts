/** Many saves share one sync: what comes while the disk is busy goes out together when it is free. */
import type { LogStore } from '@weekend/log-store';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { keepsWhatSettled } from './after-crash.ts';
import { insistOnSame } from './restored.ts';
import { type Act, playAll, type Scene } from './scene.ts';
import { aLife, entry, playScript, tail } from './scripts.ts';
import { oldestFirst, type Session } from './session.ts';
import { shortestOf } from './shortest.ts';

export const groupCommit: Milestone<LogStore> = {
  id: 'group-commit',
  title: 'Saves that come at once share a sync',
  points: 10,
  rule: 'Group commit: the slower the disk, the more saves one sync is for',
  hint: 'While one sync is under way, others want to save. What if they wait, all of them, for the same next one? And who starts it?',
  prove: (stage, dice, bench) =>
    playAll(stage, dice, bench, [alone, atOnce, duringASync, eachAgainAndAgain, othersKeepComing, stillDurable]),
};

/** Generous: two or three syncs do for what comes at once. */
const savesASync = 8;

const append = (i: number) => tail(i, entry(1, `command ${i}`));

async function begun(scene: Scene): Promise<{ session: Session; syncs: () => number }> {
  const session = scene.begin(new Map(), oldestFirst);
  await session.open();
  const before = session.store.asked.syncs;
  return { session, syncs: () => session.store.asked.syncs - before };
}

function insistOnGroups(saves: number, syncs: number, how: string): void {
  const most = Math.ceil(saves / savesASync);
  insist(syncs <= most, `${saves} saves ${how} cost ${syncs} syncs; wanted ${most} at most, for the disk is slow`);
}

/** Nobody else comes, and it must not wait for company. */
const alone: Act = async (scene) => {
  const { session } = await begun(scene);
  await session.saveInTurn(append(0), append(1));
};

const atOnce: Act = async (scene) => {
  const { session, syncs } = await begun(scene);
  for (let i = 0; i < 200; i += 1) session.save(append(i));
  await session.allDone();
  insistOnGroups(200, syncs(), 'that were called at once');
  await restartsWhole(scene, session);
};

const duringASync: Act = async (scene) => {
  const { session, syncs } = await begun(scene);
  session.save(append(0));
  await session.steps(1);
  for (let i = 1; i < 200; i += 1) session.save(append(i));
  await session.allDone();
  insistOnGroups(200, syncs(), 'of which all but the first came while that was being synced');
  await restartsWhole(scene, session);
};

/** Forty callers, each of whom saves again as soon as his save has settled. */
const eachAgainAndAgain: Act = async (scene) => {
  const { session, syncs } = await begun(scene);
  const open = new Set<number>();
  let next = 0;
  const callAll = () => {
    for (const save of open) if (session.isDone(save)) open.delete(save);
    while (open.size < 40 && next < 400) {
      open.add(next);
      session.save(append(next));
      next += 1;
    }
  };
  do {
    callAll();
    await session.steps(1);
  } while (session.store.steps > 0 || [...open].some((save) => session.isDone(save)));
  await session.allDone();
  insistOnGroups(400, syncs(), 'by forty callers, each again and again,');
  await restartsWhole(scene, session);
};

/** At each step of the disk somebody new comes. Nobody waits until no other comes any more. */
const othersKeepComing: Act = async (scene) => {
  const { session } = await begun(scene);
  for (let i = 0; i < 60; i += 1) {
    session.save(append(i));
    await session.steps(1);
  }
  const waiting = session.endings.findIndex(({ kind }) => kind === 'running');
  insist(
    waiting < 0 || waiting >= 20,
    `save ${waiting + 1} has not settled although the disk has worked all the time since, and ${60 - waiting - 1} saves were called after it; wanted it to settle with the sync that made it durable`,
  );
  await session.allDone();
};

/** To share a sync is to wait for one that has begun later. */
const stillDurable: Act = (scene) =>
  shortestOf(scene, aLife, async (stage, life) => {
    const { session } = await begun(stage);
    await playScript(session, life);
    await keepsWhatSettled(stage, session);
  });

async function restartsWhole(scene: Scene, session: Session): Promise<void> {
  const next = scene.begin(session.store.contents, undefined, ['the process ends, and begins anew']);
  insistOnSame(await next.open(), session.last);
}
