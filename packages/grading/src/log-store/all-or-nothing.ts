/** A save is there as a whole or not at all, and none without those before it, at whatever moment the power fails. */
import type { LogStore } from '@weekend/log-store';
import { Random } from '@weekend/simulator';
import type { Milestone } from '../suite.ts';
import { survivesAll } from './after-crash.ts';
import { notTorn, type Tears } from './crashes.ts';
import { type Act, playAll } from './scene.ts';
import { aCrowd, aForgetfulLife, aLargeLife, aLife, drawLife, playScript, type Script, shortLives } from './scripts.ts';
import { newestFirst, oldestFirst, type Pick } from './session.ts';
import { shortestOf } from './shortest.ts';
import { survivesTidying } from './tidying.ts';

export const allOrNothing: Milestone<LogStore> = {
  id: 'all-or-nothing',
  title: 'A crash at any moment leaves whole saves, in their order, and the log goes on from there',
  points: 10,
  rule: 'All or nothing: the fields of one save are there together or not at all',
  hint: 'A crash may leave the first operation of a batch without the second. By what does open see that the second was to come?',
  prove: (stage, dice, bench) =>
    playAll(stage, dice, bench, [
      ...[...shortLives, aLife, aForgetfulLife, aLargeLife].flatMap((script) => [
        survives(script, oldestFirst, notTorn),
        survives(script, newestFirst, notTorn),
      ]),
      survives(aCrowd, newestFirst, notTorn),
      survivesDrawn('all or nothing', 2, notTorn),
      survivesTidying,
    ]),
};

/** Every crash of a life. */
export const survives =
  (script: Script, pick: Pick, tears: Tears, goesOn = true): Act =>
  (scene) =>
    shortestOf(scene, script, async (stage, life) => {
      const session = stage.begin(new Map(), pick);
      await session.open();
      await playScript(session, life);
      await survivesAll(stage, session, tears, goesOn);
    });

/** Of lives drawn by chance; the more that comes of each, the fewer. */
export const survivesDrawn =
  (stream: string, fewer: number, tears: Tears): Act =>
  async (scene, { seed, seeds }) => {
    for (let each = seed; each < seed + seeds / fewer; each += 1) {
      scene.anew(each);
      const random = new Random(each, stream);
      await survives(drawLife(random), (underWay) => random.below(underWay), tears)(scene, { seed, seeds });
    }
  };
