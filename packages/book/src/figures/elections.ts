/** First elections after a leader has died, in the simulator, with the reference's `election.ts`. */
import { election } from '@solutions/03-election/election.ts';
import type { Address, Millis } from '@weekend/protocol';
import { heartbeatsOnly, noClients, type Raft, raftNode } from '@weekend/raft';
import { type Network, simulate } from '@weekend/simulator';

const protocol = raftNode({ election, replication: heartbeatsOnly, keyValue: noClients });

export interface Setting {
  /** Of so many nodes in all … */
  nodes: number;
  /** … so many are up. */
  up: number;
  delay: Network['delay'];
  /** How many times as long all timers take. */
  slower?: number;
}

export interface Outcome {
  /** Until somebody leads. */
  after: Millis;
  /** Terms in which nobody won. */
  split: number;
}

/** Everybody has just heard the leader's last heartbeat, so all timers begin together. */
export function elect(seed: number, { nodes, up, delay, slower = 1 }: Setting): Outcome {
  const all = Array.from({ length: nodes }, (_, index): Address => `n${index + 1}`);
  const sim = simulate<Raft>({
    seed,
    nodes: Object.fromEntries(all.map((node) => [node, protocol])),
    clocks: Object.fromEntries(all.map((node) => [node, { rate: 1 / slower }])),
    network: { delay },
    plan: all.slice(up).map((node) => ({ at: 0.001, kind: 'crash', node })),
  });
  const leader = () => all.map((node) => sim.state(node)).find((state) => state?.role.kind === 'leader');
  sim.run({ until: 60_000, when: () => leader() !== undefined });
  const first = leader();
  if (!first) throw new Error(`Cannot measure the election of seed ${seed}: after a minute nobody leads`);
  return { after: sim.now, split: first.currentTerm - 1 };
}
