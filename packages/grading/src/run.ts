/** A run of nodes, which is made of a seed and can be made again: as it was, recorded, or in some way smaller. */
import type { Shape, Trace } from '@weekend/protocol';
import type { Options, Simulation } from '@weekend/simulator';
import { Refuted } from './refuted.ts';
import type { Failed } from './sort.ts';

export interface Run<S extends Shape> {
  sim: Simulation<S>;
  /** Plays it. Throws `Refuted` where the stage falls short. */
  act(): void;
  /** With so many nodes it would still be a fair run. Not with fewer than there are, if left out. */
  fewest?: number;
  /** What is broken by now, whoever brought it there. With it, a run can be told without what does not matter. */
  verdict?(): Refuted | undefined;
  /** What has happened. */
  story(trace: Trace<S>): string[];
}

/** How a run makes its simulation: as it is told to, and here and there otherwise than it asks for. */
export type Simulate<S extends Shape> = (options: Options<S>) => Simulation<S>;

/** Makes the run of a seed. Equal seeds make equal runs. */
export type Make<S extends Shape> = (seed: number, simulate: Simulate<S>) => Run<S>;

export function play<S extends Shape>(run: Run<S>): Failed | undefined {
  return failed(run, () => {
    run.act();
    return undefined;
  });
}

/** A handler that threw counts more than what came of it. */
export function failed<S extends Shape>({ sim }: Run<S>, verdict: () => Refuted | undefined): Failed | undefined {
  const refuted = caught(verdict);
  if (sim.failure) return { message: messageOf(sim.failure.error), error: sim.failure.error ?? new Error('undefined') };
  return refuted && { rule: refuted.rule, message: refuted.message };
}

function caught(verdict: () => Refuted | undefined): Refuted | undefined {
  try {
    return verdict();
  } catch (error) {
    if (error instanceof Refuted) return error;
    throw error;
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
