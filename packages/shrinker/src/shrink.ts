/** A recorded run that breaks a rule, made small: whole nodes first, then whatever else is not needed, again and again. */
import type { Address, Shape, Trace } from '@weekend/protocol';
import type { Options, Simulation } from '@weekend/simulator';
import { Follower, type Times } from './follow.ts';
import { type Deed, type Script, scriptOf } from './script.ts';
import { type Budget, smallest } from './smallest.ts';

/**
 * Makes the same cluster once more, with these options in place of its own, and lets `follow` run it. Answers which rule
 * it breaks by then, or nothing.
 */
export type Follow<S extends Shape> = (options: ByHand<S>, follow: (sim: Simulation<S>) => void) => string | undefined;

type ByHand<S extends Shape> = Pick<Options<S>, 'network' | 'timers' | 'plan' | 'onSend'> & {
  /** Only these of its nodes. */
  only: readonly Address[];
};

/** What is left when nothing more can be left out, or the budget (in deeds) is spent. Nothing if the run can not be followed. */
export function shrink<S extends Shape>(
  trace: Trace<S>,
  rule: string,
  run: Follow<S>,
  budget: Budget,
): Script<S> | undefined {
  const fails: Fails<S> = (script, times) => {
    budget.left -= script.deeds.length + script.nodes.length;
    const { broken, done } = follow(script, run, times);
    return broken === rule ? { ...script, deeds: done } : undefined;
  };
  const whole = scriptOf(trace);
  let best = whole.deeds.length < budget.left ? fails(whole, 'as recorded') : undefined;
  if (!best) return undefined;
  for (let size = Number.POSITIVE_INFINITY; best.deeds.length < size && budget.left > 0; ) {
    size = best.deeds.length;
    best = withFewerNodes(best, fails);
    best = withFewerDeeds(best, fails, budget);
  }
  return inOneGo(best, fails);
}

/** Runs a script: what it breaks, and which of its deeds could be done. */
export function follow<S extends Shape>(
  { nodes, clocks, deeds }: Script<S>,
  run: Follow<S>,
  times?: Times,
): { broken: string | undefined; done: readonly Deed<S>[] } {
  const follower = new Follower<S>(times);
  const plan = clocks.filter(({ node }) => nodes.includes(node)).map((skew) => ({ at: 0, ...skew }));
  const byHand = { network: 'by hand', timers: 'by hand', only: nodes, plan, onSend: follower.sent } as const;
  const broken = run(byHand, (sim) => follower.follow(sim, deeds));
  return { broken, done: follower.done };
}

type Fails<S extends Shape> = (script: Script<S>, times?: Times) => Script<S> | undefined;

function withFewerNodes<S extends Shape>(script: Script<S>, fails: Fails<S>): Script<S> {
  let best = script;
  for (const node of [...script.nodes].reverse()) {
    if (best.nodes.length === 1) return best;
    const nodes = best.nodes.filter((each) => each !== node);
    best = fails({ ...best, nodes }) ?? best;
  }
  return best;
}

function withFewerDeeds<S extends Shape>(script: Script<S>, fails: Fails<S>, budget: Budget): Script<S> {
  const deeds = smallest<Deed<S>>(script.deeds, (part) => fails({ ...script, deeds: part })?.deeds, budget);
  return { ...script, deeds };
}

/** In as little time as it takes; and with clocks that run right, if it is not about them. */
function inOneGo<S extends Shape>(script: Script<S>, fails: Fails<S>): Script<S> {
  const rightClocks = { ...script, clocks: [] };
  return (
    fails(rightClocks, 'as soon as possible') ?? fails(script, 'as soon as possible') ?? fails(rightClocks) ?? script
  );
}
