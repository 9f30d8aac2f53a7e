/** Whoever closes the log waits for what he has saved, and then it is closed. */
import type { LogStore } from '@weekend/log-store';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { type Act, playAll } from './scene.ts';
import { entry, tail } from './scripts.ts';
import { oldestFirst } from './session.ts';

export const close: Milestone<LogStore> = {
  id: 'close',
  title: 'close waits for every save that is under way, and lets no other in',
  points: 4,
  rule: 'A process that stops loses nothing that it was asked to save',
  hint: 'When close is called, one group is being written and another may wait for it. Which promise settles last?',
  prove: (stage, dice, bench) => playAll(stage, dice, bench, [nothingToWaitFor, waitsForAll, lettingNobodyIn, again]),
};

const append = (i: number) => tail(i, entry(1, `command ${i}`));

const nothingToWaitFor: Act = async (scene) => {
  const session = scene.begin();
  await session.open();
  const closed = session.close();
  await session.steps();
  insist(closed(), 'close has not settled although nothing was saved; wanted it to settle');
};

/** Whoever closes the log may end the process when it is closed. */
const waitsForAll: Act = async (scene) => {
  const session = scene.begin(new Map(), oldestFirst);
  await session.open();
  for (let i = 0; i < 5; i += 1) session.save(append(i));
  await session.steps(1);
  session.save(append(5));
  const closed = session.close();
  for (let step = 0; step < 100 && session.store.steps > 0; step += 1) {
    const waiting = session.endings.findIndex(({ kind }) => kind === 'running');
    insist(
      waiting < 0 || !closed(),
      `close has settled while save ${waiting + 1} is still being written; wanted it to wait`,
    );
    await session.steps(1);
  }
  await session.allDone();
  insist(closed(), 'close has not settled although every save has; wanted it to settle');
  session.save(append(6));
  await session.steps();
  insist(session.endings[6]?.kind === 'failed', 'save 7 was called after close, and did not fail; wanted it to fail');
};

/** From the call on, not from its end. */
const lettingNobodyIn: Act = async (scene) => {
  const session = scene.begin(new Map(), oldestFirst);
  await session.open();
  session.save(append(0));
  await session.steps(1);
  const closed = session.close();
  session.save(append(1));
  await session.steps();
  insist(session.endings[1]?.kind === 'failed', 'save 2 was called after close, and did not fail; wanted it to fail');
  insist(session.isDone(0) && closed(), 'close was called while save 1 was written; wanted both to settle');
};

const again: Act = async (scene) => {
  const session = scene.begin(new Map(), oldestFirst);
  await session.open();
  session.save(append(0));
  const all = [session.close(), session.close()];
  await session.steps();
  all.push(session.close());
  await session.steps();
  insist(
    all.every((closed) => closed()),
    'close was called three times, and has not settled each time; wanted it to settle',
  );
};
