/** Consul's `default`: a leader answers by itself for a while after a majority has confirmed it. That while is its lease. */
import type { Millis } from '@weekend/protocol';
import { electionTimeout, type KeyValue } from '@weekend/raft';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { get, put } from './asks.ts';
import { type Cluster, playScenes, type Scene, scene } from './cluster.ts';

export const defaultReads: Milestone<KeyValue> = {
  id: 'default-reads',
  title: 'A default read is answered by lease, and the lease ends before the shortest election timeout does',
  points: 5,
  rule: 'Consistency modes: default; leases (§8, dissertation §6.4.1)',
  hint: 'The others wait at least so long before they elect somebody: since when, seen from here, at the latest? And what remains of a lease when that time is over, or the leadership?',
  prove: (stage) =>
    playScenes(
      stage,
      ['onRequest', 'onElected', 'onDeposed', 'apply', 'onConfirmLeader', 'onConfirmLeaderReply', 'onConfirmTimeout'],
      [...[1, 2, 3, 5].map(isAnswered), leaseEnds, neverHadOne, countsFromTheQuestion, followerBehind, deposed],
    ),
};

const isAnswered = (size: number): Scene =>
  scene(size, (cluster) => {
    cluster.elects('n1');
    for (const value of ['a', 'b', 'c']) {
      cluster.puts('n1', put('x', value));
      cluster.reads(cluster.ask('n1', get('x', 'default')), value);
      cluster.passes(90);
      cluster.reads(cluster.ask('n1', get('x', 'default')), value);
    }
  });

/** From the moment at which it is cut off, it can have a lease for so long and no longer, however often it is asked. */
const leaseEnds = scene(3, (cluster) => {
  confirmed(cluster);
  const cutOffAt = cluster.sim.clock('n1');
  replaced(cluster);
  while (cluster.sim.clock('n1') < cutOffAt + electionTimeout.min + 2) {
    cluster.ask('n1', get('x', 'default'));
    cluster.passes(30);
  }
  isNotStale(cluster, cutOffAt);
});

/** Two seconds later, to a leader that has never been asked before. */
const neverHadOne = scene(5, (cluster) => {
  cluster.elects('n1');
  cluster.puts('n1', put('x', 'old'));
  cluster.passes(60);
  const cutOffAt = cluster.sim.clock('n1');
  replaced(cluster);
  cluster.passes(2000);
  isNotStale(cluster, cutOffAt);
});

/** The answers say that nobody else led when they were given. How long they were on their way does not count. */
const countsFromTheQuestion = scene(3, (cluster) => {
  cluster.elects('n1');
  cluster.puts('n1', put('x', 'old'));
  cluster.passes(60);
  cluster.holds(({ message }) => message.kind === 'ConfirmLeaderReply');
  const askedAt = cluster.sim.clock('n1');
  cluster.ask('n1', get('x', 'default'));
  cluster.passes(5);
  replaced(cluster, false);
  cluster.passes(Math.max(0, askedAt + 100 - cluster.sim.clock('n1')));
  for (const packet of cluster.sim.packets)
    if (packet.to === 'n1' && packet.message.kind === 'ConfirmLeaderReply') cluster.sim.deliver(packet);
  cluster.passes(Math.max(0, askedAt + 5 + electionTimeout.min + 2 - cluster.sim.clock('n1')));
  isNotStale(cluster, askedAt + 5);
});

const followerBehind = scene(3, (cluster) => {
  confirmed(cluster);
  cluster.passes(100);
  cluster.holds(({ to, message }) => to === 'n3' && message.kind === 'AppendEntries');
  cluster.puts('n1', put('x', 'new'));
  const asked = cluster.ask('n3', get('x', 'default'));
  cluster.passes(50);
  cluster.isFresh(asked, 'new');
});

/** It knows that it leads no more: then there is no lease, whatever the clock says. */
const deposed = scene(3, (cluster) => {
  confirmed(cluster);
  cluster.elects('n2');
  cluster.parts(['n1'], ['n2', 'n3']);
  cluster.puts('n2', put('x', 'new'));
  const asked = cluster.ask('n1', get('x', 'default'));
  cluster.passes(10);
  cluster.isFresh(asked, 'new');
});

/** A leader that has just answered a default read. */
function confirmed(cluster: Cluster): void {
  cluster.elects('n1');
  cluster.puts('n1', put('x', 'old'));
  cluster.passes(60);
  cluster.reads(cluster.ask('n1', get('x', 'default')), 'old');
}

/** n1 is cut off, and the others elect n2 and write. */
function replaced(cluster: Cluster, forgets = true): void {
  if (forgets) cluster.loses(() => true);
  cluster.parts(['n1'], cluster.sim.nodes.slice(1));
  cluster.elects('n2');
  cluster.puts('n2', put('x', 'new'));
}

/** By its own clock, a majority can have confirmed n1 at `since` at the latest. */
function isNotStale(cluster: Cluster, since: Millis): void {
  const asked = cluster.ask('n1', get('x', 'default'));
  const ago = Math.round(cluster.sim.clock('n1') - since);
  cluster.passes(100);
  const isOld = asked.answers.some((answer) => answer.kind === 'read' && answer.pairs[0]?.value !== 'new');
  insist(
    !isOld,
    `n1 has answered a default read with x=old, by a lease: n2 leads, x is new, and by n1's own clock it is ${ago} ms since a majority can have said yes to it; wanted a lease of ${electionTimeout.min} ms at most, counted from the question`,
  );
}
