/** A cluster is brought to a dangerous point, and from there on all that can happen to it happens, in every order. */
import type { Injection, Invariant, NodeStart } from '@weekend/explorer';
import { type Address, copy, type Trace } from '@weekend/protocol';
import type { Ask, KeyValue, Raft, RequestId } from '@weekend/raft';
import { everyOrder } from '../exhaustive.ts';
import { mostLines } from '../short-story.ts';
import type { Broken } from '../suite.ts';
import { asFarAsWritten } from '../written.ts';
import { nobody } from './asks.ts';
import { bounded } from './bounded.ts';
import { type Cluster, playScenes, scene } from './cluster.ts';
import { type Handler, storeNode } from './node.ts';
import { type Heard, heard } from './promises.ts';
import { tellClients, toldEntry } from './story.ts';

export interface Situation {
  needed: readonly Handler[];
  /** Brings three nodes there. */
  begin(cluster: Cluster): void;
  /** Who waits there, for the story. */
  waiting?: string;
  /** Who hears whom from then on. Whoever is not named is down. */
  links: Readonly<Record<Address, readonly Address[]>>;
  /** Each client asks a node once. */
  asks: readonly Injection<Raft>[];
  /** What x was when that was last acknowledged. */
  latest: string;
  invariants: readonly Invariant<Raft, Heard>[];
}

export const asks = (from: Address, to: Address, ask: Ask, id: RequestId = nobody): Injection<Raft> => ({
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
  const broken = playScenes(stage, needed, [scene(3, act)]);
  if (broken || !begun) return broken;
  const cluster = begun;
  const clients = situation.asks.map(({ from }) => from);
  // A leader may ask all the time, whether anybody reads or not.
  const rounds = Object.fromEntries(Object.keys(links).map((me) => [me, cluster.state(me).kv.round]));
  const node = storeNode(asFarAsWritten(stage, needed));
  return everyOrder<Raft, Heard>(
    {
      nodes: Object.fromEntries(
        Object.entries(links).map(([me, hears]) => [me, bounded(node, [...hears, ...clients])]),
      ),
      start: startOf(cluster, situation),
      injections: situation.asks,
      within: ({ me, currentTerm, kv }) => currentTerm <= 2 && !(kv.round > (rounds[me] ?? 0) + 2),
      past: heard(latest),
      invariants,
    },
    (trace) => tellFrom(cluster, situation, trace),
  );
}

/** Nobody stands any more, and heartbeats are sent where there is something to say. */
function startOf({ sim }: Cluster, { links }: Situation) {
  const nodes = Object.keys(links).map((me): [Address, NodeStart<Raft>] => {
    const state = copy(sim.state(me) as Raft['State']);
    const { currentTerm, votedFor, log } = state;
    const timers = sim.timers(me).flatMap(({ timer }) => (timer === 'confirm' ? [timer] : []));
    return [me, { state, saved: { currentTerm, votedFor, log }, timers }];
  });
  const packets = sim.packets
    .filter(({ from, to }) => links[from]?.includes(to))
    .map(({ from, to, message }) => ({ from, to, message }));
  return { nodes: Object.fromEntries(nodes), packets };
}

/** With what each node knew at the beginning. */
function tellFrom({ sim }: Cluster, { links, waiting }: Situation, trace: Trace<Raft>): string[] {
  const nodes = Object.keys(links).map((node) => {
    const { role, currentTerm, log, commitIndex } = sim.state(node) as Raft['State'];
    const entries = log.map((entry, i) => toldEntry(entry, i + 1)).join(', ');
    return `${node}@${currentTerm} ${role.kind}, log [${entries}], committed ${commitIndex}`;
  });
  const before = waiting === undefined ? nodes : [...nodes, waiting];
  return [...before, ...tellClients(trace, mostLines - before.length)];
}
