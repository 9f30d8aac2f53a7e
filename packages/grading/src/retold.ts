/** A run that failed, once more with everything written down, and as small as it can be made. */
import type { Shape, Trace } from '@weekend/protocol';
import { type Budget, type Follow, follow, shrink } from '@weekend/shrinker';
import { type Options, simulate } from '@weekend/simulator';
import { calmer } from './calmer.ts';
import { endOf } from './end-of.ts';
import { failed, type Make, play, type Run, type Simulate } from './run.ts';
import { type Failed, sort } from './sort.ts';

export interface Retold<S extends Shape> extends Failed {
  story: string[];
  trace: Trace<S>;
}

/** Who talks more than that has a run that is not worth another try. */
const longest = 20_000;

/** `first` is the run in which it failed, which nobody wrote down. */
export function retold<S extends Shape>(
  seed: number,
  make: Make<S>,
  first: Run<S>,
  as: Failed,
  mostTurns: number,
): Retold<S> {
  const small = smaller(seed, make, first, as, mostTurns);
  return { ...small, trace: endOf(small.trace) };
}

function smaller<S extends Shape>(
  seed: number,
  make: Make<S>,
  first: Run<S>,
  as: Failed,
  mostTurns: number,
): Retold<S> {
  const isLong = first.sim.turns > longest;
  const budget: Budget = { left: mostTurns };
  const isBrokenByThen = failed(first, () => first.verdict?.()) !== undefined;
  if (isBrokenByThen && !isLong) {
    const whole = recorded(seed, make, simulate, as, first);
    return followed(seed, make, as, whole.trace, budget) ?? whole;
  }
  return recorded(seed, make, isLong ? simulate : calmer(seed, make, sort(as), budget), as, first);
}

/** Only what is needed, deed by deed. */
function followed<S extends Shape>(
  seed: number,
  make: Make<S>,
  as: Failed,
  trace: Trace<S>,
  budget: Budget,
): Retold<S> | undefined {
  let end: Retold<S> | undefined;
  const runs =
    (record: boolean): Follow<S> =>
    ({ only, ...instead }, act) => {
      const run = make(seed, (options) =>
        simulate({ ...options, nodes: picked(options.nodes, only), ...instead, record }),
      );
      act(run.sim);
      const failure = failed(run, () => run.verdict?.());
      if (record && failure) end = told(run, failure);
      return failure && sort(failure);
    };
  const small = shrink(trace, sort(as), runs(false), budget);
  if (small) follow(small, runs(true));
  return end;
}

function recorded<S extends Shape>(
  seed: number,
  make: Make<S>,
  how: Simulate<S>,
  as: Failed,
  first: Run<S>,
): Retold<S> {
  let isAsked = false;
  const run = make(seed, (options) => {
    isAsked = true;
    return how({ ...options, record: true });
  });
  // Some tell their own stories, from what they have seen.
  return isAsked ? told(run, play(run) ?? as) : told(first, as);
}

const told = <S extends Shape>(run: Run<S>, failure: Failed): Retold<S> => ({
  ...failure,
  story: run.story(run.sim.trace),
  trace: run.sim.trace,
});

const picked = <S extends Shape>(nodes: Options<S>['nodes'], only: readonly string[]): Options<S>['nodes'] =>
  Object.fromEntries(Object.entries(nodes).filter(([node]) => only.includes(node)));
