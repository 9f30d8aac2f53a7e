/** §8: a client that hears nothing asks again, under the same id; what it asks for is done once, whoever leads by then. */
import type { Answer, KeyValue, RequestId } from '@weekend/raft';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { cas, get, put, remove, told } from './asks.ts';
import { type Asked, type Cluster, playScenes, scene } from './cluster.ts';
import { copiedInTheLog } from './every-order.ts';

export const onceAndForAll: Milestone<KeyValue> = {
  id: 'once-and-for-all',
  title: 'A write that comes again under the same id is done once, and answered as it was the first time',
  points: 10,
  rule: 'Exactly-once: the state machine remembers the last serial number and response of each client (§8)',
  hint: 'Who must know that a write has been done: the leader that did it, or whoever may lead when it comes again? And what does that one need to know to give the first answer once more?',
  prove: (stage) =>
    playScenes(
      stage,
      ['onRequest', 'apply'],
      [
        comesAgain,
        twiceInTheLog,
        sameAnswer,
        refusedStaysRefused,
        eachSessionCounts,
        oldOneComesLate,
        anyTextIsASession,
        anotherLeader,
        allHaveCrashed,
        lostAndAskedAgain,
      ],
    ) ?? copiedInTheLog(stage),
};

const as = (session: string, seq: number): RequestId => ({ session, seq });

const comesAgain = scene(3, (cluster) => {
  cluster.elects('n1');
  const first = cluster.puts('n1', put('x', 'first'), as('s1', 1));
  cluster.puts('n1', put('x', 'second'), as('s2', 1));
  isAnsweredAgain(cluster, first, 'n1');
  is(cluster, 'n1', 'x', 'second');
});

/** The second copy comes before the first is committed, so nobody can know yet that it is one. */
const twiceInTheLog = scene(3, (cluster) => {
  cluster.elects('n1');
  cluster.passes(60);
  cluster.holds(({ message }) => message.kind === 'AppendEntries' && message.entries.length > 0);
  const first = cluster.ask('n1', put('x', 'first'), as('s1', 1));
  const second = cluster.ask('n1', put('x', 'second'), as('s2', 1));
  cluster.askAgain(first, 'n1');
  cluster.passes(5);
  cluster.holds(() => false);
  cluster.written(second, true);
  cluster.written(first, true);
  cluster.passes(100);
  is(cluster, 'n1', 'x', 'second');
  agree(first);
});

const sameAnswer = scene(3, (cluster) => {
  cluster.elects('n1');
  const index = cluster.written(cluster.puts('n1', put('x', 'old')));
  const first = cluster.puts('n1', cas('x', 'new', index), as('s1', 1));
  isAnsweredAgain(cluster, first, 'n1');
  const gone = cluster.puts('n1', remove('x', cluster.written(first)), as('s1', 2));
  cluster.puts('n1', put('x', 'back'));
  isAnsweredAgain(cluster, gone, 'n1');
  is(cluster, 'n1', 'x', 'back');
});

/** It was refused because x was there. Now x is gone, and the same request must not succeed. */
const refusedStaysRefused = scene(3, (cluster) => {
  cluster.elects('n1');
  cluster.puts('n1', put('x', 'old'));
  const refused = cluster.ask('n1', cas('x', 'new', 0), as('s1', 1));
  cluster.written(refused, false);
  cluster.puts('n1', remove('x'));
  isAnsweredAgain(cluster, refused, 'n1');
  is(cluster, 'n1', 'x', undefined);
});

/** Neither the session alone makes an id, nor the number alone. */
const eachSessionCounts = scene(3, (cluster) => {
  cluster.elects('n1');
  const rows = [
    ['s1', 1],
    ['s2', 1],
    ['s1', 2],
    ['s3', 1],
    ['s2', 2],
    ['s1', 3],
    ...[4, 5, 6, 7, 8, 9, 10, 11].map((seq) => ['s1', seq] as const),
  ] as const;
  for (const [session, seq] of rows) {
    cluster.puts('n1', put('x', `${seq} of ${session}`), as(session, seq));
    is(cluster, 'n1', 'x', `${seq} of ${session}`);
  }
});

/** The network has kept the first one for so long. */
const oldOneComesLate = scene(3, (cluster) => {
  cluster.elects('n1');
  const first = cluster.puts('n1', put('x', 'first'), as('s1', 1));
  cluster.puts('n1', put('x', 'second'), as('s1', 2));
  cluster.puts('n1', put('y', 'third'), as('s1', 3));
  cluster.askAgain(first, 'n1');
  cluster.passes(100);
  is(cluster, 'n1', 'x', 'second');
});

const anyTextIsASession = scene(1, (cluster) => {
  cluster.elects('n1');
  for (const session of ['', '__proto__', 'constructor', 'null', '1', '0', 'a/b', 'a', 'A']) {
    const first = cluster.puts('n1', put('x', session), as(session, 1));
    is(cluster, 'n1', 'x', session);
    cluster.puts('n1', put('x', 'second'));
    isAnsweredAgain(cluster, first, 'n1');
    is(cluster, 'n1', 'x', 'second');
  }
});

const anotherLeader = scene(3, (cluster) => {
  cluster.elects('n1');
  const index = cluster.written(cluster.puts('n1', put('x', 'old')));
  const first = cluster.puts('n1', cas('x', 'first', index), as('s1', 1));
  cluster.passes(100);
  cluster.crashes('n1');
  cluster.elects('n2');
  cluster.puts('n2', put('x', 'second'));
  isAnsweredAgain(cluster, first, 'n2');
  is(cluster, 'n2', 'x', 'second');
});

/** Then the log is all that is left, and the machine is built anew from it. */
const allHaveCrashed = scene(3, (cluster) => {
  cluster.elects('n1');
  const first = cluster.puts('n1', put('x', 'first'), as('s1', 1));
  cluster.puts('n1', put('x', 'second'), as('s2', 1));
  cluster.passes(100);
  for (const node of cluster.sim.nodes) cluster.crashes(node);
  for (const node of cluster.sim.nodes) cluster.restarts(node);
  cluster.elects('n3');
  cluster.puts('n3', put('y', 'third'), as('s3', 1));
  isAnsweredAgain(cluster, first, 'n3');
  is(cluster, 'n3', 'x', 'second');
});

/** The first leader's copy never reaches anybody. To ask again is all that helps, and it must. */
const lostAndAskedAgain = scene(3, (cluster) => {
  cluster.elects('n1');
  cluster.puts('n1', put('x', 'old'), as('s1', 1));
  cluster.passes(60);
  cluster.parts(['n1'], ['n2', 'n3']);
  const lost = cluster.ask('n1', put('x', 'new'), as('s1', 2));
  cluster.passes(10);
  cluster.elects('n2');
  lost.answers.length = 0;
  cluster.askAgain(lost, 'n2');
  cluster.written(lost, true);
  cluster.heals();
  cluster.passes(200);
  const leader = cluster.sim.nodes.find((node) => cluster.leads(node)) ?? 'n2';
  is(cluster, leader, 'x', 'new');
});

function isAnsweredAgain(cluster: Cluster, asked: Asked, node: string): void {
  const [first] = asked.answers;
  asked.answers.length = 0;
  cluster.askAgain(asked, node);
  const again = cluster.answered(asked);
  insist(
    isSame(first, again),
    `${told(asked.ask)} under the id ${asked.id.session}#${asked.id.seq} was answered with ${JSON.stringify(first)}, and when it came again with ${JSON.stringify(again)}; wanted the first answer once more`,
  );
}

/** All answers of one request say the same. */
function agree({ ask, answers }: Asked): void {
  for (const answer of answers)
    insist(
      isSame(answers[0], answer),
      `${told(ask)} came twice under one id, and was answered with ${JSON.stringify(answers[0])} and ${JSON.stringify(answer)}; wanted the same answer`,
    );
}

const isSame = (one: Answer | undefined, other: Answer): boolean =>
  one?.kind === 'written' && other.kind === 'written' && one.done === other.done && one.index === other.index;

function is(cluster: Cluster, node: string, key: string, value: string | undefined): void {
  const asked = cluster.ask(node, get(key, 'stale'));
  const answer = cluster.answered(asked);
  const found = answer.kind === 'read' ? answer.pairs[0]?.value : undefined;
  insist(
    found === value,
    `${key} is ${found ?? 'not there'} on ${node}; wanted ${value ?? 'nothing'}, since each write is done once, when it comes first`,
  );
}
