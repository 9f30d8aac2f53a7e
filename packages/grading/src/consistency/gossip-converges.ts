/** Eventual consistency (Demers et al., 1987): who has heard of the same writes holds the same values; and nobody waits. */
import { causal as causalChecker, convergent } from '@weekend/checkers';
import { type Consistency, type Eventual, gossipInterval } from '@weekend/consistency';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { type Cluster, client } from './cluster.ts';
import { copiesAgree, holds, model } from './judged.ts';
import { eventual } from './kinds.ts';
import { type Handler, playScenes, type Scene, three, two, walkSeeds } from './scenes.ts';
import { walk } from './walk.ts';

const needed: readonly Handler[] = ['newest', 'onEventualGet', 'onEventualPut', 'onGossipTimer', 'onGossip'];

export const gossipConverges: Milestone<Consistency> = {
  id: 'gossip-converges',
  title: 'Copies converge, whatever the network loses, repeats or overtakes',
  points: 12,
  rule: 'Eventual consistency: once writing ends, all copies become equal',
  hint: 'Follow one version through the story, from the replica that made it. Who has it, whom does it tell, and what does that one do with an older version that comes later?',
  prove: (stage, dice) =>
    playScenes(stage, eventual, needed, [
      tellsTheOthers,
      sameMillisecond,
      againAndAgain,
      throughTheMiddle,
      olderComesLater,
      deletedStaysDeleted,
      deletedThroughTheMiddle,
      deletedLongAgo,
      clockThatIsBehind,
      oneKeyIsNotAnother,
      nobodyWaits,
    ]) ??
    walkSeeds(
      stage,
      eventual,
      needed,
      dice,
      (random) => ({ nodes: random.pick([two, three]), ahead: { n1: random.below(3) * 500 } }),
      (cluster, random) => {
        walk(cluster, random, { steps: 50, clients: 4, keys, moves: true, loses: true, deletes: true });
        becomesQuiet(cluster);
        copiesAgree(cluster, keys);
        const last = cluster.asked.length - keys.length * cluster.sim.nodes.length;
        holds(convergent(cluster.history(), model, cluster.asked[last]?.call ?? 0), gossipConverges.rule);
      },
    ),
};

const keys = ['x', 'y'];

/** So many rounds that who tells one other at a time, drawn by chance, has told everybody: but for once in ten million times. */
const rounds = 24;

/** Everybody hears everybody again, for long. */
function becomesQuiet(cluster: Cluster<Eventual>): void {
  for (let round = 0; round < rounds; round++) {
    cluster.flows();
    cluster.passes(gossipInterval);
  }
  cluster.flows();
}

/** Many rounds, in which only these links carry anything. */
function gossips(cluster: Cluster<Eventual>, ...links: readonly (readonly [string, string])[]): void {
  for (let round = 0; round < rounds; round++) {
    cluster.passes(gossipInterval);
    cluster.flows(({ from, to }) => links.some(([a, b]) => a === from && b === to));
    cluster.loses();
  }
}

const tellsTheOthers: Scene<Eventual> = {
  nodes: three,
  act(cluster) {
    cluster.put('n2', 'x', 'a');
    becomesQuiet(cluster);
    for (const node of three) cluster.reads(node, 'x', 'a', 'every message has arrived');
  },
};

/** Each holds its own version when the other's arrives. */
const sameMillisecond: Scene<Eventual> = {
  nodes: two,
  act(cluster) {
    cluster.put('n1', 'x', 'a');
    cluster.put('n2', 'x', 'b');
    gossips(cluster, ['n1', 'n2'], ['n2', 'n1']);
    copiesAgree(cluster, ['x']);
  },
};

/** What was lost is told again, without anybody asking. */
const againAndAgain: Scene<Eventual> = {
  nodes: two,
  act(cluster) {
    cluster.put('n1', 'x', 'a');
    cluster.loses();
    for (let round = 0; round < 5; round++) {
      cluster.passes(gossipInterval);
      cluster.loses();
    }
    becomesQuiet(cluster);
    cluster.reads('n2', 'x', 'a', 'the first messages were lost, later ones were not');
  },
};

/** n1 and n3 never hear each other. */
const throughTheMiddle: Scene<Eventual> = {
  nodes: three,
  act(cluster) {
    cluster.put('n1', 'x', 'a');
    gossips(cluster, ['n1', 'n2'], ['n2', 'n1'], ['n2', 'n3'], ['n3', 'n2']);
    cluster.reads('n3', 'x', 'a', 'n2 has heard of it, and n3 hears n2');
  },
};

const olderComesLater: Scene<Eventual> = {
  nodes: two,
  act(cluster) {
    cluster.put('n1', 'x', 'a');
    cluster.passes(gossipInterval);
    const old = cluster.onTheirWay;
    cluster.put('n1', 'x', 'b');
    cluster.passes(gossipInterval);
    for (const packet of cluster.onTheirWay.filter((each) => !old.includes(each))) cluster.deliver(packet);
    cluster.flows();
    cluster.reads('n2', 'x', 'b', 'the message that tells of "a" is older, and was overtaken');
  },
};

/** C04. */
const deletedStaysDeleted: Scene<Eventual> = {
  nodes: two,
  act(cluster) {
    cluster.put('n1', 'x', 'a');
    gossips(cluster, ['n1', 'n2']);
    cluster.put('n1', 'x', null);
    gossips(cluster, ['n2', 'n1']);
    cluster.reads('n1', 'x', null, 'it was deleted here, and n2 has only told of what is older');
    becomesQuiet(cluster);
    for (const node of two) cluster.reads(node, 'x', null, 'the deletion is newer than the value');
  },
};

const deletedThroughTheMiddle: Scene<Eventual> = {
  nodes: three,
  act(cluster) {
    cluster.put('n3', 'x', 'a');
    becomesQuiet(cluster);
    cluster.put('n1', 'x', null);
    gossips(cluster, ['n1', 'n2'], ['n2', 'n3']);
    cluster.reads('n3', 'x', null, 'n2 has heard of the deletion, and n3 hears n2');
  },
};

/** n2 hears nothing for a minute, and has still got what was deleted meanwhile. */
const deletedLongAgo: Scene<Eventual> = {
  nodes: two,
  act(cluster) {
    cluster.put('n1', 'x', 'a');
    becomesQuiet(cluster);
    cluster.put('n1', 'x', null);
    for (let time = 0; time < 60_000; time += gossipInterval) {
      cluster.passes(gossipInterval);
      cluster.loses();
    }
    becomesQuiet(cluster);
    for (const node of two) cluster.reads(node, 'x', null, 'the deletion is newer than the value');
    cluster.put('n2', 'x', 'b');
    becomesQuiet(cluster);
    for (const node of two) cluster.reads(node, 'x', 'b', 'it was written last');
  },
};

/** n1's clock is ten seconds ahead. */
const clockThatIsBehind: Scene<Eventual> = {
  nodes: two,
  ahead: { n1: 10_000 },
  act(cluster) {
    cluster.put('n1', 'x', 'a');
    becomesQuiet(cluster);
    cluster.put('n2', 'x', 'b');
    cluster.reads(
      'n2',
      'x',
      'b',
      'n2 knew of "a" when "b" was written there, so "b" is newer, whatever the clocks say',
    );
    becomesQuiet(cluster);
    for (const node of two) cluster.reads(node, 'x', 'b', 'n2 knew of "a" when "b" was written there');
  },
};

const oneKeyIsNotAnother: Scene<Eventual> = {
  nodes: two,
  act(cluster) {
    cluster.put('n1', 'x', 'a');
    cluster.passes(50);
    cluster.put('n2', 'y', 'b');
    becomesQuiet(cluster);
    for (const node of two) {
      cluster.reads(node, 'x', 'a', 'nobody has written x again');
      cluster.reads(node, 'y', 'b', 'nobody has written y again');
    }
  },
};

/** What eventual consistency buys: an answer without anybody else. And what it costs: a client that moves misses its own write. */
const nobodyWaits: Scene<Eventual> = {
  nodes: two,
  act(cluster) {
    const moving = client('c1');
    cluster.answered(cluster.put('n1', 'x', 'a', moving), 'n2 can not be reached, and need not be');
    cluster.answered(cluster.get('n2', 'x', moving), 'n1 can not be reached, and need not be');
    insist(
      causalChecker(cluster.history(), model).kind === 'illegal',
      'n2 knows of a write that no message has told it of; wanted each replica to answer from its own copy',
    );
  },
};
