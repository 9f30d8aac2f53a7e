/** A crash in the middle of a write leaves a torn value behind. It is recognised, and what stands before it counts. */
import type { LogStore } from '@weekend/log-store';
import type { Milestone } from '../suite.ts';
import { survives, survivesDrawn } from './all-or-nothing.ts';
import { tornAnywhere, tornHereAndThere } from './crashes.ts';
import { playAll } from './scene.ts';
import { aLargeLife, aLife, shortLives } from './scripts.ts';
import { oldestFirst } from './session.ts';

export const tornTail: Milestone<LogStore> = {
  id: 'torn-tail',
  title: 'A torn last write is recognised and cut off, and the log goes on from there',
  points: 10,
  rule: 'A torn tail was never acknowledged: it is no reason to fail, and nothing to be believed',
  hint: 'A value that was cut off may still read as JSON, and one that ends in zeros has the right length. What could you write beside it that only the whole of it fits to?',
  prove: (stage, dice, bench) =>
    playAll(stage, dice, bench, [
      ...shortLives.map((script) => survives(script, oldestFirst, tornHereAndThere)),
      survives(aLife, oldestFirst, tornHereAndThere),
      survives(aLargeLife, oldestFirst, tornHereAndThere),
      survives(aLife, oldestFirst, tornAnywhere, false),
      survivesDrawn('torn tail', 10, tornHereAndThere),
    ]),
};
