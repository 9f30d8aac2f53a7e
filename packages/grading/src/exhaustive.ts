/**
 * The third engine: all that can happen to a small cluster, in every order. What scenes and seeds find by being clever and
 * lucky it finds by being thorough. A stage may count in its state what it likes, and then there is no end of states: the
 * word of the other engines has to do for it, and this one accuses nobody of what it has not seen.
 */
import { explore, type Question, type Verdict } from '@weekend/explorer';
import { BrokenContract, type Shape, type Trace } from '@weekend/protocol';
import type { Broken, Told } from './suite.ts';
import { StageThrew } from './thrown.ts';

export function everyOrder<S extends Shape, Past extends object>(
  question: Question<S, Past>,
  tell: (trace: Trace<S>) => string[],
): Broken | undefined {
  const verdict = explore({ budget: { states: mostStates }, ...question });
  switch (verdict.kind) {
    case 'exhausted':
    case 'reached':
    case 'budget-spent':
      return undefined;
    case 'violated':
      return { rule: verdict.rule, message: verdict.message, ...toldOf(verdict, tell) };
    case 'threw':
      throw new StageThrew(verdict.error, toldOf(verdict, tell));
    case 'broken-contract':
      throw new StageThrew(new BrokenContract(verdict.message), toldOf(verdict, tell));
    default:
      return verdict satisfies never;
  }
}

/** A right election that is written without counters gets into a few hundred; and nobody waits for a grade. */
const mostStates = 1_500;

function toldOf<S extends Shape>(
  { run, states }: Extract<Verdict<S>, { run: unknown }>,
  tell: (trace: Trace<S>) => string[],
): Told {
  return { story: tell(run.trace), trace: run.trace as unknown as Trace<Shape>, states };
}
