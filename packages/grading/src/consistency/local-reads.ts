/** What sequential consistency gives away: a read asks nobody, and may be stale. */
import { linearizable, sequential as sequentialChecker } from '@weekend/checkers';
import type { Consistency, Sequential } from '@weekend/consistency';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { type Cluster, client } from './cluster.ts';
import { holds, model } from './judged.ts';
import { sequential } from './kinds.ts';
import { type Handler, playScenes, type Scene, three, two } from './scenes.ts';

const needed: readonly Handler[] = ['onSequentialGet', 'onSequentialPut', 'onForward', 'onOrdered'];

export const localReads: Milestone<Consistency> = {
  id: 'local-reads',
  title: 'A read is answered at once, and may be stale',
  points: 6,
  rule: 'Sequential, and not linearizable: one order is kept, real time is not',
  hint: 'A replica that is cut off can still read. What does it need the others for?',
  prove: (stage) => playScenes(stage, sequential, needed, [asksNobody, isStale, isStaleForOneOnly]),
};

function readsAlone(cluster: Cluster<Sequential>, node: string): void {
  const sent = cluster.onTheirWay.length;
  cluster.answered(cluster.get(node, 'x'), 'a replica reads its own copy, and needs nobody for that');
  insist(
    cluster.onTheirWay.length === sent,
    `${node} has sent messages because somebody read; wanted it to read its own copy`,
  );
}

const asksNobody: Scene<Sequential> = {
  nodes: three,
  act(cluster) {
    for (const node of three) readsAlone(cluster, node);
    cluster.put('n2', 'x', 'a');
    cluster.flows();
    for (const node of three) readsAlone(cluster, node);
  },
};

/** The run that a linearizable register must not have, and that this one must. */
const isStale: Scene<Sequential> = {
  nodes: two,
  act(cluster) {
    const put = cluster.put('n1', 'x', 'a');
    cluster.flows(({ to }) => to !== 'n2');
    cluster.answered(put, 'n1 has applied it, and n2 need not have');
    cluster.reads('n2', 'x', null, 'n2 is cut off, and answers from its own copy');
    holds(sequentialChecker(cluster.history(), model), localReads.rule);
    insist(
      linearizable(cluster.history(), model).kind === 'illegal',
      'this run is linearizable; wanted one that is not: a write that is done, and a later read that misses it',
    );
  },
};

/** The one who waits longest still reads its own writes. */
const isStaleForOneOnly: Scene<Sequential> = {
  nodes: three,
  act(cluster) {
    const own = client('c1');
    cluster.put('n3', 'x', 'a', own);
    cluster.flows(({ to }) => to !== 'n2');
    cluster.reads('n3', 'x', 'a', 'its own write is answered', own);
    cluster.reads('n2', 'x', null, 'n2 is cut off, and answers from its own copy');
    cluster.flows();
    cluster.reads('n2', 'x', 'a', 'everything has come');
    holds(sequentialChecker(cluster.history(), model), localReads.rule);
  },
};
