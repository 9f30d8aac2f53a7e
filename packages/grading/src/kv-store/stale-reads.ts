/** Consul's `stale`: whoever is asked answers, with a leader or without, and says how old its news may be. */
import type { Address } from '@weekend/protocol';
import { type Answer, heartbeatInterval, type KeyValue } from '@weekend/raft';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { get, put } from './asks.ts';
import { type Cluster, playScenes, scene } from './cluster.ts';

export const staleReads: Milestone<KeyValue> = {
  id: 'stale-reads',
  title: 'A stale read is answered by any node at once, and says how long ago its leader was heard',
  points: 5,
  rule: 'Consistency modes: stale (Consul)',
  hint: 'Whoever reads stale decides by two things whether the answer is good enough. What does this node know about its leader, and since when, by its own clock?',
  prove: (stage) =>
    playScenes(
      stage,
      ['onRequest', 'apply'],
      [allWell, leaderGone, neverHeard, afterACrash, { ...allWell, clocks: { n1: 0.9, n2: 1.1, n3: 0.7 } }],
    ),
};

type Found = Extract<Answer, { kind: 'read' }>;

/** A follower lags by a heartbeat, and by what it takes to travel. */
const slack = 20;

const allWell = scene(3, (cluster) => {
  cluster.elects('n1');
  cluster.puts('n1', put('x', 'a'));
  cluster.passes(130);
  for (const node of cluster.sim.nodes) {
    const found = reads(cluster, node, 'a');
    knows(node, found, true);
    const most = node === 'n1' ? 0 : heartbeatInterval * 1.5 + slack;
    wasHeard(node, found, 0, most);
  }
});

/** Two of three are down. The third goes on to answer, and its answer gets older and older. */
const leaderGone = scene(3, (cluster) => {
  cluster.elects('n1');
  cluster.puts('n1', put('x', 'a'));
  cluster.passes(100);
  cluster.crashes('n1');
  cluster.crashes('n2');
  cluster.loses(() => true);
  cluster.passes(40);
  wasHeard('n3', reads(cluster, 'n3', 'a'), 40, 40 + heartbeatInterval + slack);
  cluster.passes(2000);
  const found = reads(cluster, 'n3', 'a');
  wasHeard('n3', found, 2040, 2040 + heartbeatInterval + slack);
  knows('n3', found, false);
});

const neverHeard = scene(3, (cluster) => {
  cluster.passes(5);
  const found = reads(cluster, 'n2', undefined);
  knows('n2', found, false);
  wasHeard('n2', found, null);
});

/** When the leader was heard is not on the disk. */
const afterACrash = scene(3, (cluster) => {
  cluster.elects('n1');
  cluster.puts('n1', put('x', 'a'));
  cluster.passes(100);
  cluster.crashes('n3');
  cluster.parts(['n3'], ['n1', 'n2']);
  cluster.restarts('n3');
  cluster.passes(10);
  const found = reads(cluster, 'n3', undefined);
  knows('n3', found, false);
  wasHeard('n3', found, null);
});

function reads(cluster: Cluster, node: Address, value: string | undefined): Found {
  const asked = cluster.ask(node, get('x', 'stale'));
  const [answer] = asked.answers;
  insist(
    answer?.kind === 'read',
    `${node} was asked for a stale read and has answered ${JSON.stringify(answer ?? null)}; wanted a "read" at once`,
  );
  cluster.isFresh(asked, value);
  return answer;
}

function knows(node: Address, { knownLeader }: Found, wanted: boolean): void {
  insist(
    knownLeader === wanted,
    `${node} answers a stale read with knownLeader ${knownLeader}; wanted ${wanted}: it ${wanted ? 'knows' : 'does not know'} who leads its term`,
  );
}

function wasHeard(node: Address, { lastContact }: Found, least: number | null, most = 0): void {
  const wanted = least === null ? 'null, since it has heard of none since it booted' : `${least} to ${most} ms`;
  const isRight =
    least === null ? lastContact === null : lastContact !== null && lastContact >= least && lastContact <= most;
  insist(isRight, `${node} answers a stale read with lastContact ${lastContact}; wanted ${wanted}`);
}
