/** Draws a plan of faults that ends: at `until` everything is whole again, so that progress can be asked for afterwards. */
import type { Address, Millis } from '@weekend/protocol';
import type { Aim, Fault } from './faults.ts';
import { calm, type Network } from './network.ts';
import { Random } from './random.ts';

export interface PlanOptions {
  seed: number;
  nodes: readonly Address[];
  /** When the last fault is over: all links are joined, all nodes run, all clocks run right and the network is calm. */
  until: Millis;
  /** Which sorts of faults. All of them, if left out. */
  sorts?: readonly Sort[];
  /** How many nodes may be down or paused at once. Fewer than half, if left out. */
  mostDown?: number;
  /** The mean time from one fault to the next. */
  every?: Millis;
  /** The longest time that a fault lasts. */
  longest?: Millis;
  /** What messages travel by afterwards. `calm`, if left out. */
  network?: Network;
}

/** Skew and network last for the whole plan, the others for a while. */
export type Sort = 'skew' | 'network' | Passing;
type Passing = 'crash' | 'aimed crash' | 'pause' | 'cut' | 'partition';

export const allSorts: readonly Sort[] = ['skew', 'network', 'crash', 'aimed crash', 'pause', 'cut', 'partition'];

export function randomPlan(options: PlanOptions): readonly Fault[] {
  const { seed, nodes, until, sorts = allSorts, every = 400, longest = 1500, network = calm } = options;
  const mostDown = options.mostDown ?? Math.floor((nodes.length - 1) / 2);
  const random = new Random(seed, 'plan');
  const plan: Fault[] = [];
  if (sorts.includes('skew')) for (const node of nodes) plan.push(drawSkew(node, random));
  if (sorts.includes('network')) plan.push({ at: 0, kind: 'network', network: drawNetwork(random) });

  const passing = sorts.filter((sort) => sort !== 'skew' && sort !== 'network');
  const downUntil = new Map<Address, Millis>();
  for (let at = random.between(1, 2 * every); at < until && passing.length > 0; at += random.between(1, 2 * every)) {
    const sort = random.pick(passing);
    const end = Math.min(until, at + random.between(1, longest));
    const node = random.pick(nodes);
    if (sort === 'cut' || sort === 'partition') {
      plan.push(...drawCut(sort, nodes, at, end, random));
      continue;
    }
    const down = nodes.filter((other) => (downUntil.get(other) ?? 0) >= at);
    if (down.includes(node) || down.length >= mostDown) continue;
    downUntil.set(node, end);
    plan.push(...drawDown(sort, node, at, end, random));
  }
  return [...plan.sort((a, b) => a.at - b.at), ...wholeAgain(nodes, until, network)];
}

function drawDown(
  sort: 'crash' | 'aimed crash' | 'pause',
  node: Address,
  at: Millis,
  end: Millis,
  random: Random,
): Fault[] {
  switch (sort) {
    case 'crash':
      return [
        { at, kind: 'crash', node },
        { at: end, kind: 'restart', node },
      ];
    case 'aimed crash':
      // The restart also calls off a crash whose point has not come, so that nobody is down for longer than drawn.
      return [
        { at, kind: 'crash', node, aim: drawAim(random) },
        { at: end, kind: 'restart', node },
      ];
    case 'pause':
      return [
        { at, kind: 'pause', node },
        { at: end, kind: 'resume', node },
      ];
    default:
      return sort satisfies never;
  }
}

function drawCut(
  sort: 'cut' | 'partition',
  nodes: readonly Address[],
  at: Millis,
  end: Millis,
  random: Random,
): Fault[] {
  if (nodes.length < 2) return [];
  if (sort === 'partition') {
    const size = random.between(1, nodes.length - 1);
    return [
      { at, kind: 'partition', groups: [shuffled(nodes, random).slice(0, size)] },
      { at: end, kind: 'heal' },
    ];
  }
  const [from, to] = shuffled(nodes, random) as [Address, Address];
  return [
    { at, kind: 'cut', from, to },
    { at: end, kind: 'join', from, to },
  ];
}

function drawAim(random: Random): Aim {
  return {
    when: random.pick(['before', 'after']),
    what: random.pick(['save', 'send']),
    nth: random.between(1, 4),
  };
}

/** A clock that gains or loses up to a tenth, and shows another time than the rest. */
function drawSkew(node: Address, random: Random): Fault {
  return { at: 0, kind: 'skew', node, rate: random.between(900, 1100) / 1000, ahead: random.between(0, 100_000) };
}

function drawNetwork(random: Random): Network {
  return {
    delay: { min: 1, max: random.between(2, 40) },
    loss: random.between(0, 100) / 1000,
    duplication: random.between(0, 100) / 1000,
    late: { share: random.between(0, 30) / 1000, delay: { min: 100, max: 3000 } },
  };
}

function wholeAgain(nodes: readonly Address[], at: Millis, network: Network): Fault[] {
  const each = nodes.flatMap((node): Fault[] => [
    { at, kind: 'resume', node },
    { at, kind: 'restart', node },
    { at, kind: 'skew', node, rate: 1 },
  ]);
  return [{ at, kind: 'heal' }, { at, kind: 'network', network }, ...each];
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  return items.map(() => left.splice(random.below(left.length), 1)[0] as T);
}
