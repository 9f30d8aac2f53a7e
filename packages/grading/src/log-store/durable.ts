/** A save that has settled is durable: the power may fail a moment later. */
import type { LogStore } from '@weekend/log-store';
import { Random } from '@weekend/simulator';
import type { Milestone } from '../suite.ts';
import { keepsWhatSettled } from './after-crash.ts';
import { type Act, playAll } from './scene.ts';
import { aLife, drawLife, oneByOne, playScript, type Script, shortLives } from './scripts.ts';
import { oldestFirst } from './session.ts';
import { shortestOf } from './shortest.ts';

export const durable: Milestone<LogStore> = {
  id: 'durable',
  title: 'A save that has settled survives a power cut',
  points: 10,
  rule: 'Durability: updated on stable storage before responding to RPCs (Figure 2)',
  hint: 'A batch that has settled can be read. Is it also on the disk? The comment at `batch` says when it is.',
  prove: (stage, dice, bench) =>
    playAll(stage, dice, bench, [...shortLives.map(keeps), keeps(oneByOne(aLife)), keepsDrawn]),
};

const keeps =
  (script: Script): Act =>
  (scene) =>
    shortestOf(scene, script, async (stage, life) => {
      const session = stage.begin(new Map(), oldestFirst);
      await session.open();
      await playScript(session, life);
      await keepsWhatSettled(stage, session);
    });

const keepsDrawn: Act = async (scene, { seed, seeds }) => {
  for (let each = seed; each < seed + seeds / 4; each += 1) {
    scene.anew(each);
    const random = new Random(each, 'durable');
    await keeps(oneByOne(drawLife(random)))(scene, { seed, seeds });
  }
};
