/** Random runs: one seed after another until one fails, and that one again, for its story. */
import type { Shape } from '@weekend/protocol';
import type { Simulation } from '@weekend/simulator';
import { Refuted } from './refuted.ts';
import type { Broken, Dice } from './suite.ts';
import { isNotWritten, StageThrew } from './thrown.ts';

export interface Run<S extends Shape> {
  sim: Simulation<S>;
  /** Plays it. Throws `Refuted` where the stage falls short. */
  act(): void;
  /** What has happened, if it was recorded. */
  story(): string[];
}

/** Makes the run of a seed. With `record`, the simulation writes its trace. Equal seeds make equal runs. */
export type Make<S extends Shape> = (seed: number, record: boolean) => Run<S>;

export function trySeeds<S extends Shape>({ seed: first, seeds }: Dice, make: Make<S>): Broken | undefined {
  for (let seed = first; seed < first + seeds; seed++) {
    const { failure, refuted } = play(make(seed, false));
    if (!failure && !refuted) continue;
    if (isNotWritten(failure?.error)) throw new StageThrew(failure.error);
    const again = make(seed, true);
    play(again);
    const story = again.story();
    if (failure) throw new StageThrew(failure.error, story, seed);
    if (refuted) return { ...(refuted.rule && { rule: refuted.rule }), message: refuted.message, story, seed };
  }
  return undefined;
}

/** A handler that threw counts more than what came of it. */
function play<S extends Shape>({ sim, act }: Run<S>) {
  try {
    act();
    return { failure: sim.failure };
  } catch (error) {
    if (!(error instanceof Refuted)) throw error;
    return { failure: sim.failure, refuted: error };
  }
}
