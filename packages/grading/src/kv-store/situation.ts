/** A cluster is brought to a dangerous point, and from there on all that can happen to it happens, in every order. */
import type { Injection, Invariant, NodeStart } from '@weekend/explorer';
import { type Address, copy, type Trace } from '@weekend/protocol';
import type { Ask, KeyValue, Raft, RequestId } from '@weekend/raft';
import { everyOrder } from '../exhaustive.ts';
import type { Broken } from '../suite.ts';
import { asFarAsWritten } from '../written.ts';
import { nobody } from './asks.ts';
import { bounded } from './bounded.ts';
import { type Cluster, playScenes, scene } from './cluster.ts';
import { type Handler, storeNode } from './node.ts';
import { type Heard, heard } from './promises.ts';
import { most, tellClients, toldEntry } from './story.ts';

export interface Situation {
  needed: readonly Handler[];
  begin(cluster: Cluster): void;
  /** Who hears whom from then on. */
  links: Readonly<Record<Address, readonly Address[]>>;
  /** Who may stand for election, once. */
  stands?: Address;
  /** Each client asks a node once. */
  asks: readonly Asking[];
  /** What x was when that was last acknowledged. */
  latest: string;
  invariants: readonly Invariant<Raft, Heard>[];
}

type Asking = Injection<Raft>;

export const asks = (from: Address, to: Address, ask: Ask, id: RequestId = nobody): Asking => ({
  from,
  to,
  message: { kind: 'Request', id, ask },
});

export function search(stage: KeyValue, situation: Situation): Broken | undefined {
  const { needed, begin, links, latest, invariants } = situation;
  let begun: Cluster | undefined;
  const act = (cluster: Cluster) => {
    begin(cluster);
    begun = cluster;
  };
  const broken = playScenes(stage, needed, [scene(Object.keys(links).length, act)]);
  if (broken || !begun) return broken;
  const cluster = begun;
  const clients = situation.asks.map(({ from }) => from);
  const node = storeNode(asFarAsWritten(stage, needed));
  return everyOrder<Raft, Heard>(
    {
      nodes: Object.fromEntries(Object.entries(links).map(([me, hears]) => [me, bounded(node, [...hears, ...clients])])),
      start: startOf(cluster, situation),
      injections: situation.asks,
      within: ({ currentTerm }) => currentTerm <= 2,
      past: heard(latest),
      invariants,
    },
    (trace) => tellFrom(cluster, trace),
  );
}

/** Of the timers, only those that this stage has set: a node that could stand again and again would never come to an end. */
function startOf({ sim }: Cluster, { links, stands }: Situation) {
  const nodes = Object.keys(links).map((me): [Address, NodeStart<Raft>] => {
    const state = copy(sim.state(me) as Raft['State']);
    const { currentTerm, votedFor, log } = state;
    const isOwn = sim.timers(me).some(({ timer }) => timer === 'confirm');
    const timers = [...(isOwn ? (['confirm'] as const) : []), ...(me === stands ? (['election'] as const) : [])];
    return [me, { state, saved: { currentTerm, votedFor, log }, timers }];
  });
  const packets = sim.packets
    .filter(({ from, to }) => links[from]?.includes(to))
    .map(({ from, to, message }) => ({ from, to, message }));
  return { nodes: Object.fromEntries(nodes), packets };
}

/** With what each node knew at the beginning. */
function tellFrom({ sim }: Cluster, trace: Trace<Raft>): string[] {
  const before = sim.nodes.map((node) => {
    const { role, currentTerm, log, commitIndex } = sim.state(node) as Raft['State'];
    const entries = log.map((entry, i) => toldEntry(entry, i + 1)).join(', ');
    return `${node}@${currentTerm} ${role.kind}, log [${entries}], committed ${commitIndex}`;
  });
  return [...before, ...tellClients(trace, most - before.length)];
}
