/** Saves take effect in the order in which they are called, whoever waits for them, and whatever the store does first. */
import type { LogStore } from '@weekend/log-store';
import { Random } from '@weekend/simulator';
import type { Milestone } from '../suite.ts';
import { insistOnSame } from './restored.ts';
import { type Act, playAll } from './scene.ts';
import { aCrowd, aForgetfulLife, drawLife, entry, playScript, type Script, tail } from './scripts.ts';
import { newestFirst, oldestFirst, type Pick } from './session.ts';
import { shortestOf } from './shortest.ts';

export const order: Milestone<LogStore> = {
  id: 'order',
  title: 'Saves that are under way at once take effect in the order of their calls',
  points: 8,
  rule: 'One order: what a node saves later is there only on top of what it saved before',
  hint: 'Two batches that are under way at once are done in any order. Who sees to it that there is only one?',
  prove: (stage, dice, bench) =>
    playAll(stage, dice, bench, [
      ...[atOnce, oneByOne, twoByTwo, aForgetfulLife, aCrowd].flatMap((script) => [
        inOrder(script, oldestFirst),
        inOrder(script, newestFirst),
      ]),
      inDrawnOrder,
    ]),
};

const appends = Array.from({ length: 12 }, (_, i) => ({ currentTerm: i, ...tail(i, entry(i, `command ${i}`)) }));

const atOnce: Script = [{ saves: appends }];

/** Each comes while the one before is being written. */
const oneByOne: Script = appends.map((changes) => ({ saves: [changes], steps: 1 }));

const twoByTwo: Script = [0, 2, 4, 6, 8, 10].map((first) => ({ saves: appends.slice(first, first + 2), steps: 1 }));

const inOrder =
  (script: Script, pick: Pick): Act =>
  (scene) =>
    shortestOf(scene, script, async (stage, life) => {
      const session = stage.begin(new Map(), pick);
      await session.open();
      await playScript(session, life);
      const next = stage.begin(session.store.contents, undefined, ['the process ends, and begins anew']);
      insistOnSame(await next.open(), session.last);
    });

const inDrawnOrder: Act = async (scene, { seed, seeds }) => {
  for (let each = seed; each < seed + seeds; each += 1) {
    scene.anew(each);
    const random = new Random(each, 'order');
    await inOrder(drawLife(random), (underWay) => random.below(underWay))(scene, { seed, seeds });
  }
};
