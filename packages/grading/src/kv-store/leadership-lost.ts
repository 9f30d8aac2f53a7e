/** §8: who waits for a leader that leads no more is told so, and is never given somebody else's result. */
import { type KeyValue, lastIndex } from '@weekend/raft';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { get, put, told } from './asks.ts';
import { type Asked, type Cluster, playScenes, scene } from './cluster.ts';
import { overwritten } from './every-order.ts';

export const leadershipLost: Milestone<KeyValue> = {
  id: 'leadership-lost',
  title: 'Who waits for a deposed leader is told so, and never that his write was done when another was',
  points: 10,
  rule: 'A leader answers for the entries of its own term (§5.3, §8)',
  hint: 'A client waits for an entry. What makes it that entry, besides its index? And what does this node still know, or no longer know, once it is a follower?',
  prove: (stage) =>
    playScenes(
      stage,
      ['onRequest', 'onDeposed', 'apply'],
      [anotherStandsThere, neverStandsThere, mayYetBeDone, leadsAgain, readsToo],
    ) ?? overwritten(stage),
};

/**
 * A stands at an index of the old leader's log, B of the new leader's at the same index: A is one of several, since a new
 * leader may begin with an entry of its own.
 */
const anotherStandsThere = scene(3, (cluster) => {
  const lost = lastOf(writesAlone(cluster, 3));
  cluster.elects('n2');
  const { log } = cluster.state('n1');
  while (lastIndex(cluster.state('n2').log) < lastIndex(log)) cluster.puts('n2', put('x', 'B'));
  cluster.heals();
  isTold(cluster, lost);
});

/** Nothing comes after: nobody will ever tell the old leader what became of its entry. */
const neverStandsThere = scene(3, (cluster) => {
  const lost = writesAlone(cluster, 12);
  cluster.elects('n2');
  cluster.heals();
  for (const each of lost) isTold(cluster, each);
});

/** The new leader has the entry too, and it will be committed. So "nothing was done" would be a lie. */
const mayYetBeDone = scene(3, (cluster) => {
  cluster.elects('n1');
  cluster.puts('n1', put('x', 'old'));
  cluster.passes(60);
  cluster.holds(({ from }) => from !== 'n1');
  const asked = cluster.ask('n1', put('x', 'A'));
  cluster.passes(10);
  cluster.parts(['n1'], ['n2', 'n3']);
  cluster.loses(({ from }) => from !== 'n1');
  cluster.elects('n2');
  cluster.heals();
  const answer = cluster.answered(asked);
  cluster.puts('n2', put('y', 'B'));
  cluster.reads(cluster.ask('n2', get('x', 'stale')), 'A');
  insist(
    answer.kind !== 'not-leader' && asked.answers.every(({ kind }) => kind !== 'not-leader'),
    `${told(asked.ask)} was appended by n1, which was deposed then, and is committed by n2, and n1 has answered "not-leader", which says that nothing was done; wanted "unknown"`,
  );
});

/** Deposed, and elected once more, before the index of the lost write is filled. */
const leadsAgain = scene(3, (cluster) => {
  const lost = lastOf(writesAlone(cluster, 4));
  cluster.elects('n2');
  cluster.heals();
  cluster.within(500, () => !cluster.leads('n1'));
  cluster.passes(150);
  cluster.elects('n1');
  for (let i = 0; i < 3; i++) cluster.puts('n1', put('x', 'B'));
  isTold(cluster, lost);
});

/**
 * Under way when leadership is lost: answered all the same, if only with a refusal. The first may find what was there when it
 * asked; the second came when that was old.
 */
const readsToo = scene(3, (cluster) => {
  cluster.elects('n1');
  cluster.puts('n1', put('x', 'old'));
  cluster.passes(60);
  cluster.parts(['n1'], ['n2', 'n3']);
  const first = cluster.ask('n1', get('x', 'consistent'));
  cluster.passes(20);
  cluster.elects('n2');
  cluster.puts('n2', put('x', 'new'));
  const second = cluster.ask('n1', get('x', 'consistent'));
  cluster.passes(5);
  cluster.heals();
  cluster.answered(first);
  cluster.answered(second);
  cluster.isFresh(second, 'new');
});

/** A leader that is cut off takes a write, or several. */
function writesAlone(cluster: Cluster, count: number): readonly Asked[] {
  cluster.elects('n1');
  cluster.puts('n1', put('x', 'old'));
  cluster.passes(60);
  cluster.parts(['n1'], ['n2', 'n3']);
  const asked = Array.from({ length: count }, () => cluster.ask('n1', put('x', 'A')));
  cluster.passes(10);
  return asked;
}

const lastOf = (asked: readonly Asked[]): Asked => asked.at(-1) as Asked;

function isTold(cluster: Cluster, lost: Asked): void {
  cluster.answered(lost, 1000);
  cluster.passes(200);
  for (const answer of lost.answers)
    insist(
      answer.kind !== 'written',
      `${told(lost.ask)} of ${lost.client} was appended by n1, which was cut off, and was overwritten by a newer leader's log, and n1 has answered ${JSON.stringify(answer)}; wanted "unknown"`,
    );
}
