/**
 * A run in which something never happened, made small: a calmer network, fewer faults, fewer nodes. What the plan makes
 * whole again in the end stays, so that what is asked of the run may still be asked.
 */
import type { Address, Shape } from '@weekend/protocol';
import { type Budget, smallest } from '@weekend/shrinker';
import { calm, type Fault, type Network, type Options, simulate } from '@weekend/simulator';
import { type Make, play, type Simulate } from './run.ts';
import { sort } from './sort.ts';

/** What a run is made with instead of what it asks for. */
interface Instead {
  nodes: readonly Address[];
  network: Network | 'by hand';
  plan: readonly Fault[];
}

/** Every message takes equally long: what goes on and on then does so in equal rounds. */
const even: Network = { delay: { min: 5, max: 5 } };

/** How to simulate the smaller run. The budget is in turns of nodes. */
export function calmer<S extends Shape>(seed: number, make: Make<S>, kind: string, budget: Budget): Simulate<S> {
  let { best, fewest } = asked(seed, make);
  const adopt = (instead: Instead): Instead | undefined => {
    if (budget.left <= 0 || !fails(seed, make, kind, instead, budget)) return undefined;
    best = instead;
    return instead;
  };
  if (best.network !== 'by hand') for (const network of [even, calm]) if (adopt({ ...best, network })) break;
  const end = Math.max(...best.plan.map(({ at }) => at));
  const wholeAgain = best.plan.filter(({ at }) => at === end);
  smallest(
    best.plan.filter(({ at }) => at < end),
    (part) => adopt({ ...best, plan: [...part, ...wholeAgain] }) && part,
    budget,
  );
  for (const node of [...best.nodes].reverse())
    if (best.nodes.length > fewest)
      adopt({ ...best, nodes: best.nodes.filter((each) => each !== node), plan: best.plan.filter(isNotOf(node)) });
  return (options) => simulate(changed(options, best));
}

function asked<S extends Shape>(seed: number, make: Make<S>): { best: Instead; fewest: number } {
  let best: Instead = { nodes: [], network: 'by hand', plan: [] };
  const { fewest } = make(seed, (options) => {
    best = { nodes: Object.keys(options.nodes), network: options.network ?? calm, plan: options.plan ?? [] };
    return simulate(options);
  });
  return { best, fewest: fewest ?? best.nodes.length };
}

function fails<S extends Shape>(seed: number, make: Make<S>, kind: string, instead: Instead, budget: Budget): boolean {
  try {
    const run = make(seed, (options) => simulate(changed(options, instead)));
    const failure = play(run);
    budget.left -= run.sim.turns;
    return failure !== undefined && sort(failure) === kind;
  } catch {
    // A run that counts on a node that is left out can't do without it.
    return false;
  }
}

function changed<S extends Shape>(options: Options<S>, { nodes, network, plan }: Instead): Options<S> {
  const left = Object.entries(options.nodes).filter(([node]) => nodes.includes(node));
  return { ...options, nodes: Object.fromEntries(left), network, plan };
}

const isNotOf =
  (node: Address) =>
  (fault: Fault): boolean => {
    if ('node' in fault) return fault.node !== node;
    if (fault.kind === 'partition') return !fault.groups.flat().includes(node);
    return fault.kind === 'cut' || fault.kind === 'join' ? fault.from !== node && fault.to !== node : true;
  };
