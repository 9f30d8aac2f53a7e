/**
 * The story of the stale read: cut the leader off, elect another, write, and read at the old one. As long as its lease
 * lasts, by its own clock, a default read may be old; a consistent one never.
 */
import type { Address } from '@weekend/protocol';
import { electionTimeout, type KeyValue, type ReadMode } from '@weekend/raft';
import { Random } from '@weekend/simulator';
import { insist } from '../refuted.ts';
import type { Dice, Milestone } from '../suite.ts';
import { get, put } from './asks.ts';
import { type Cluster, names, playScenes, type Scene } from './cluster.ts';

export const staleReadStory: Milestone<KeyValue> = {
  id: 'stale-read-story',
  title: 'While two nodes lead, a consistent read is never old, and a default read is only within the lease',
  points: 5,
  rule: 'Consistency modes: default and consistent (Consul)',
  hint: 'A lease is a bet on clocks. Who measures it, from when to when, and which of the three modes does not bet?',
  prove: (stage, dice) =>
    playScenes(
      stage,
      ['onRequest', 'onElected', 'onDeposed', 'apply', 'onConfirmLeader', 'onConfirmLeaderReply', 'onConfirmTimeout'],
      [slowLeaseholder, ...atRandom(dice)],
    ),
};

/**
 * The leader's clock runs at a third of the speed. When its lease of 150 ms ends, 450 ms have passed for the others, and
 * they have long elected somebody: what the lease promises holds only if clocks run alike.
 */
const slowLeaseholder: Scene = {
  nodes: names(3),
  clocks: { n1: 1 / 3 },
  act(cluster) {
    isConfirmed(cluster);
    const cutOffAt = cluster.sim.clock('n1');
    cluster.parts(['n1'], ['n2', 'n3']);
    cluster.passes(electionTimeout.max);
    isReplaced(cluster, ['n3', 'n2']);
    for (let i = 0; i < 8; i++) {
      readsBoth(cluster, cutOffAt);
      cluster.passes(40);
    }
    itGoesOn(cluster);
  },
};

const atRandom = ({ seed, seeds }: Dice): Scene[] =>
  Array.from({ length: Math.ceil(seeds / 10) }, (_, i) => {
    const random = new Random(seed + i, 'stale reads');
    const nodes = names(random.pick([3, 4, 5]));
    const clocks = Object.fromEntries(nodes.map((node) => [node, random.between(80, 120) / 100]));
    // Dice of its own each time: a scene that fails is played once more, for its story.
    const act = (cluster: Cluster) => twoLeaders(cluster, new Random(seed + i, 'two leaders'));
    return { seed: seed + i, nodes, clocks, act };
  });

function twoLeaders(cluster: Cluster, random: Random): void {
  isConfirmed(cluster);
  cluster.passes(random.below(200));
  cluster.ask('n1', get('x', 'default'));
  cluster.passes(random.below(8));
  const cutOffAt = cluster.sim.clock('n1');
  const fewest = Math.floor((cluster.sim.nodes.length - 1) / 2);
  const few = cluster.sim.nodes.slice(0, random.between(1, fewest));
  cluster.parts(few, cluster.sim.nodes.slice(few.length));
  cluster.passes(random.below(100));
  isReplaced(cluster, cluster.sim.nodes.slice(few.length).reverse());
  for (let i = 0; i < 4; i++) {
    readsBoth(cluster, cutOffAt);
    cluster.passes(random.below(100));
  }
  itGoesOn(cluster);
}

function isConfirmed(cluster: Cluster): void {
  cluster.elects('n1');
  cluster.puts('n1', put('x', 'old'));
  cluster.passes(60);
  cluster.reads(cluster.ask('n1', get('x', 'default')), 'old');
}

/** One of the others leads them, and has written. */
function isReplaced(cluster: Cluster, others: readonly Address[]): void {
  const next = cluster.electsOneOf(others);
  cluster.puts(next, put('x', 'new'));
  cluster.reads(cluster.ask(next, get('x', 'consistent')), 'new');
}

function readsBoth(cluster: Cluster, cutOffAt: number): void {
  if (!cluster.leads('n1')) return;
  const asked = (['consistent', 'default'] as const).map((mode: ReadMode) => cluster.ask('n1', get('x', mode)));
  const askedAt = cluster.sim.clock('n1');
  cluster.passes(10);
  const [consistent, byDefault] = asked;
  if (consistent) cluster.isFresh(consistent, 'new');
  const [answer] = byDefault?.answers ?? [];
  const isOld = answer?.kind === 'read' && answer.pairs[0]?.value !== 'new';
  insist(
    !isOld || askedAt <= cutOffAt + electionTimeout.min,
    `by its own clock n1 was cut off ${Math.round(askedAt - cutOffAt)} ms ago, and it answers a default read with an old value; wanted a lease of ${electionTimeout.min} ms at most since a majority confirmed it`,
  );
}

/** The old leader learns of the new one, and whoever asks is served. */
function itGoesOn(cluster: Cluster): void {
  const [last] = cluster.sim.nodes.slice(-1) as [string];
  cluster.heals();
  cluster.within(500, () => !cluster.leads('n1'));
  const leader = cluster.sim.nodes.find((node) => cluster.leads(node)) ?? last;
  cluster.reads(cluster.ask(leader, get('x', 'consistent')), 'new');
  const refused = cluster.answered(cluster.ask('n1', get('x', 'consistent')));
  insist(
    leader === 'n1' || refused.kind !== 'read' || refused.pairs[0]?.value === 'new',
    `n1 leads no more and answers a consistent read with ${JSON.stringify(refused)}; wanted a refusal`,
  );
}
