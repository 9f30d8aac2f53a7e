/**
 * A random walk: at each step chance decides whether a message arrives, comes twice, is lost, whether a client asks something,
 * whether the network parts or heals, or whether time passes.
 */
import type { Address, Shape } from '@weekend/protocol';
import type { Packet, Random } from '@weekend/simulator';
import { type Asked, type Client, type Cluster, client } from './cluster.ts';

export interface Habits {
  steps: number;
  clients: number;
  keys: readonly string[];
  /** Clients move from replica to replica; otherwise each stays with one. */
  moves?: boolean;
  /** Messages may be lost, and what crosses a cut is. Otherwise it only waits. */
  loses?: boolean;
  deletes?: boolean;
  /** What its clients' names begin with: two walks of one run need two. */
  names?: string;
}

interface Walker {
  client: Client;
  home: Address;
  open?: Asked;
}

export function walk<S extends Shape>(cluster: Cluster<S>, random: Random, habits: Habits): void {
  const { nodes } = cluster.sim;
  const walkers = Array.from({ length: habits.clients }, (_, i): Walker => {
    return { client: client(`${habits.names ?? 'c'}${i + 1}`), home: nodes[i % nodes.length] as Address };
  });
  let cutOff: Address | undefined;
  const isCut = ({ from, to }: Packet<S>): boolean => cutOff !== undefined && (from === cutOff) !== (to === cutOff);
  for (let step = 0; step < habits.steps; step++) {
    const chance = random.below(100);
    if (chance < 35) asks(cluster, random, random.pick(walkers), habits, step);
    else if (chance < 80) travels(cluster, random, habits, isCut);
    else if (chance < 84) cutOff = cutOff === undefined ? random.pick(nodes) : undefined;
    else cluster.passes(random.between(1, 40));
  }
}

function asks<S extends Shape>(
  cluster: Cluster<S>,
  random: Random,
  walker: Walker,
  habits: Habits,
  step: number,
): void {
  if (walker.open && walker.open.answer === undefined) return;
  const node = habits.moves ? random.pick(cluster.sim.nodes) : walker.home;
  if (!cluster.sim.isUp(node)) return;
  const key = random.pick(habits.keys);
  const value = habits.deletes && random.happens(0.2) ? null : `v${step}`;
  walker.open = cluster.ask(node, random.happens(0.5) ? { key } : { key, value }, walker.client);
}

function travels<S extends Shape>(
  cluster: Cluster<S>,
  random: Random,
  { loses }: Habits,
  isCut: (packet: Packet<S>) => boolean,
): void {
  const packets = cluster.onTheirWay.filter((packet) => loses || !isCut(packet));
  if (packets.length === 0) return;
  const packet = random.pick(packets);
  if (loses && (isCut(packet) || random.happens(0.15))) cluster.sim.drop(packet);
  else {
    if (random.happens(0.2)) cluster.sim.duplicate(packet);
    cluster.deliver(packet);
  }
}
