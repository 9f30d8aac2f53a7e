/** Sequential consistency (Lamport, 1979): one replica numbers the writes, and all apply them in that order. */
import { sequential as sequentialChecker } from '@weekend/checkers';
import type { Consistency, Sequential } from '@weekend/consistency';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { client } from './cluster.ts';
import { allAnswered, copiesAgree, holds, model } from './judged.ts';
import { sequential } from './kinds.ts';
import { emptyIsAValue, type Handler, playScenes, type Scene, three, two, walkSeeds } from './scenes.ts';
import { walk } from './walk.ts';

const needed: readonly Handler[] = ['onSequentialGet', 'onSequentialPut', 'onForward', 'onOrdered'];

export const oneOrder: Milestone<Consistency> = {
  id: 'one-order',
  title: 'All replicas apply all writes in one order',
  points: 11,
  rule: 'Sequential consistency: one order for everybody, and each client’s own order is kept',
  hint: 'Two numbered writes overtake each other on their way to one replica. What does it hold in the end, and what does it hold in between?',
  prove: (stage, dice) =>
    playScenes(stage, sequential, needed, [
      alone,
      everywhere,
      overtaken,
      aGapStaysAGap,
      numberedOnce,
      numberedOnceLongAgo,
      sameValueAgain,
      appliedOnce,
      notShownBeforeItsTurn,
      answeredByItsOwn,
      answeredWhenApplied,
      whoeverComesFirst,
    ]) ??
    walkSeeds(
      stage,
      sequential,
      needed,
      dice,
      (random) => ({ nodes: random.pick([two, three, three]) }),
      (cluster, random) => {
        walk(cluster, random, { steps: 50, clients: 5, keys });
        cluster.flows();
        allAnswered(cluster);
        holds(sequentialChecker(cluster.history(), model), oneOrder.rule);
        copiesAgree(cluster, keys);
      },
    ),
};

const keys = ['x', 'y'];

const alone: Scene<Sequential> = {
  nodes: ['n1'],
  act(cluster) {
    const put = cluster.put('n1', 'x', 'a');
    cluster.flows();
    cluster.answered(put, 'every message has arrived');
    cluster.reads('n1', 'x', 'a', 'its write is answered');
    cluster.reads('n1', 'y', null, 'nobody has written it');
    cluster.put('n1', 'y', '');
    cluster.flows();
    cluster.reads('n1', 'y', '', emptyIsAValue);
    cluster.put('n1', 'y', null);
    cluster.flows();
    cluster.reads('n1', 'y', null, 'it was deleted');
  },
};

const everywhere: Scene<Sequential> = {
  nodes: three,
  act(cluster) {
    for (const node of three) {
      const put = cluster.put(node, 'x', `from ${node}`);
      cluster.flows();
      cluster.answered(put, 'every message has arrived');
      for (const other of three) cluster.reads(other, 'x', `from ${node}`, 'every message has arrived');
    }
  },
};

/** C12. */
const overtaken: Scene<Sequential> = {
  nodes: three,
  act(cluster) {
    for (let i = 1; i <= 40; i++) cluster.put('n1', 'x', `v${i}`);
    cluster.flows(({ to }) => to !== 'n3');
    for (const packet of [...cluster.onTheirWay].reverse()) cluster.deliver(packet);
    cluster.flows();
    cluster.reads('n3', 'x', 'v40', 'every message has arrived');
    copiesAgree(cluster, ['x']);
  },
};

/** The second write must not be seen without the first. */
const aGapStaysAGap: Scene<Sequential> = {
  nodes: three,
  act(cluster) {
    cluster.put('n1', 'x', 'a');
    cluster.flows(({ to }) => to !== 'n3');
    const first = cluster.onTheirWay;
    cluster.put('n1', 'y', 'b');
    cluster.flows((packet) => !first.includes(packet));
    const [y, x] = [cluster.get('n3', 'y'), cluster.get('n3', 'x')].map((asked) =>
      cluster.answered(asked, 'a read waits for nobody'),
    );
    insist(
      y === null || x === 'a',
      'n3 has applied the second write and not the first, which has not come; wanted number 2 to wait for number 1',
    );
    cluster.flows();
    cluster.reads('n3', 'x', 'a', 'everything has come');
    cluster.reads('n3', 'y', 'b', 'everything has come');
  },
};

/** The request for a number comes twice, the second time after another write. */
const numberedOnce: Scene<Sequential> = {
  nodes: three,
  act(cluster) {
    const forwards = cluster.sentIn(() => cluster.put('n2', 'x', 'a'));
    const copies = cluster.copies(forwards);
    cluster.flows((packet) => !copies.includes(packet));
    cluster.put('n3', 'x', 'b');
    cluster.flows((packet) => !copies.includes(packet));
    cluster.flows();
    for (const node of three) cluster.reads(node, 'x', 'b', 'what came last is a copy of an older message');
  },
};

/** Its copy comes when its client, and others, have written much since. */
const numberedOnceLongAgo: Scene<Sequential> = {
  nodes: two,
  act(cluster) {
    const own = client('c1');
    const forwards = cluster.sentIn(() => cluster.put('n2', 'x', 'a', own));
    const copies = cluster.copies(forwards);
    cluster.flows((packet) => !copies.includes(packet));
    for (let i = 1; i <= 60; i++) {
      cluster.put('n2', 'x', `v${i}`, i % 2 === 0 ? own : client(`d${i}`));
      cluster.flows((packet) => !copies.includes(packet));
    }
    cluster.flows();
    for (const node of two) cluster.reads(node, 'x', 'v60', 'what came last is a copy of an older message');
  },
};

const sameValueAgain: Scene<Sequential> = {
  nodes: two,
  act(cluster) {
    for (const value of ['a', 'b', 'a']) {
      const put = cluster.put('n2', 'x', value);
      cluster.flows();
      cluster.answered(put, 'every message has arrived');
      for (const node of two) cluster.reads(node, 'x', value, 'it was written last, for the first time or again');
    }
  },
};

const appliedOnce: Scene<Sequential> = {
  nodes: two,
  act(cluster) {
    const put = cluster.put('n1', 'x', 'a');
    cluster.flows(({ to }) => to !== 'n2');
    const copies = cluster.copies(cluster.onTheirWay);
    cluster.put('n1', 'x', 'b');
    cluster.flows((packet) => !copies.includes(packet));
    cluster.flows();
    cluster.answered(put, 'every message has arrived');
    cluster.reads('n2', 'x', 'b', 'what came last is a copy of an older message');
    cluster.put('n1', 'x', 'c');
    cluster.flows();
    cluster.reads('n2', 'x', 'c', 'a repeated message does not count again');
  },
};

/** What a replica shows before it has a number would be taken back when an earlier write comes. */
const notShownBeforeItsTurn: Scene<Sequential> = {
  nodes: two,
  act(cluster) {
    const reader = client('c9');
    cluster.put('n1', 'x', 'a');
    cluster.flows(({ to }) => to !== 'n2');
    const first = cluster.onTheirWay;
    cluster.put('n2', 'x', 'b');
    cluster.get('n2', 'x', reader);
    cluster.delivers(first);
    cluster.get('n2', 'x', reader);
    cluster.flows();
    cluster.reads('n2', 'x', 'b', 'every message has arrived', reader);
    holds(sequentialChecker(cluster.history(), model), oneOrder.rule);
  },
};

/** Only the replica that was asked knows the client. */
const answeredByItsOwn: Scene<Sequential> = {
  nodes: three,
  act(cluster) {
    const own = client('c1');
    const put = cluster.put('n3', 'x', 'a', own);
    cluster.flows(({ to }) => to !== 'n3');
    cluster.unanswered(put, 'n3 has not applied it, and would not show it to this client');
    cluster.flows();
    cluster.answered(put, 'every message has arrived');
    cluster.reads('n3', 'x', 'a', 'its own write is answered', own);
  },
};

const answeredWhenApplied: Scene<Sequential> = {
  nodes: two,
  act(cluster) {
    const own = client('c1');
    cluster.put('n1', 'x', 'a');
    cluster.flows(({ to }) => to !== 'n2');
    const first = cluster.onTheirWay;
    const put = cluster.put('n2', 'y', 'b', own);
    cluster.flows((packet) => !first.includes(packet));
    if (put.answer) cluster.reads('n2', 'y', 'b', 'its own write is answered', own);
    cluster.flows();
    cluster.answered(put, 'every message has arrived');
  },
};

/** All replicas hear of two writes that were asked for at once. */
const whoeverComesFirst: Scene<Sequential> = {
  nodes: three,
  act(cluster) {
    const puts = [cluster.put('n2', 'x', 'a'), cluster.put('n3', 'x', 'b')];
    for (const packet of [...cluster.onTheirWay].reverse()) cluster.deliver(packet);
    cluster.flows();
    for (const put of puts) cluster.answered(put, 'every message has arrived');
    copiesAgree(cluster, ['x']);
  },
};
