/** Random runs: one seed after another until one fails, and that one again, made small, for its story. */
import type { Shape } from '@weekend/protocol';
import { simulate } from '@weekend/simulator';
import { retold } from './retold.ts';
import { type Make, play } from './run.ts';
import type { Broken, Chance, Dice } from './suite.ts';
import { isNotWritten, StageThrew } from './thrown.ts';

/** About as much as the proof of a right stage. */
const usualTurnsToTell = 60_000;

export function trySeeds<S extends Shape>(dice: Dice, make: Make<S>): Broken | undefined {
  const { turnsToTell = usualTurnsToTell } = dice;
  for (let seed = dice.seed; seed < dice.seed + dice.seeds; seed++) {
    const run = make(seed, simulate);
    const failed = play(run);
    if (!failed) continue;
    if (isNotWritten(failed.error)) throw new StageThrew(failed.error);
    const { message, rule, error, story, trace } = retold(seed, make, run, failed, turnsToTell);
    const told = { story, trace, seed, ...chanceOf(seed, dice, make, turnsToTell) };
    if (error !== undefined) throw new StageThrew(error, told);
    return { ...(rule !== undefined && { rule }), message, ...told };
  }
  return undefined;
}

/** Fewer seeds than that are days that were chosen, and no luck. */
const fewest = 10;

/** How many of the seeds fail, if it is a matter of luck. The first one does. */
function chanceOf<S extends Shape>(first: number, dice: Dice, make: Make<S>, mostTurns: number): { chance?: Chance } {
  const end = dice.seed + dice.seeds;
  let failing = 1;
  let tried = first - dice.seed + 1;
  let turns = 0;
  for (let seed = first + 1; seed < end && turns < mostTurns; seed++) {
    const run = make(seed, simulate);
    tried++;
    if (play(run)) failing++;
    turns += run.sim.turns;
  }
  return failing < tried && tried >= fewest ? { chance: { failing, tried } } : {};
}
