/** §8: a consistent read is answered by a leader that a majority has confirmed since it was asked. */
import type { Address } from '@weekend/protocol';
import { heartbeatInterval, type KeyValue, type Message, type Read } from '@weekend/raft';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { get, list, put } from './asks.ts';
import { type Asked, type Cluster, names, playScenes, type Scene, scene } from './cluster.ts';
import { deposedUnawares } from './every-order.ts';

export const confirmedReads: Milestone<KeyValue> = {
  id: 'confirmed-reads',
  title: 'A consistent read is answered once a majority has confirmed the leader, and is never old',
  points: 10,
  rule: 'Read-only operations: a leader checks whether it has been deposed before it answers (§8)',
  hint: 'Somebody may have been elected since, and have written. Which answers, from how many nodes, to which question of yours, prove that this had not happened when the read came?',
  prove: (stage) =>
    playScenes(
      stage,
      ['onRequest', 'onElected', 'onDeposed', 'apply', 'onConfirmLeader', 'onConfirmLeaderReply', 'onConfirmTimeout'],
      [
        ...[1, 2, 3, 4, 5].map(isAnswered),
        ...[1, 3].map(roundAfterRound),
        askedAgainWhenLost,
        oneAfterAnother,
        leadsAgain,
        cutOff(3, ['n1']),
        cutOff(5, ['n1']),
        cutOff(5, ['n1', 'n2']),
        cutOff(7, ['n1', 'n2', 'n3']),
        sameOneOftenIsOne(5, ['n1', 'n2']),
        sameOneOftenIsOne(7, ['n1', 'n2', 'n3']),
        farAway,
        manyAtOnce,
        followerBehind,
        cameTooLateForThatRound,
        ...[1, 2, 8].map((reads) => answersToAnOlderQuestion(reads, get('x', 'consistent'))),
        answersToAnOlderQuestion(1, list('x', 'consistent')),
        oneOldAnswerAndOneNew,
        answersOfAnOlderTerm,
        onlyTheQuestionsGetThrough,
      ],
    ) ?? deposedUnawares(stage),
};

const isAnswered = (size: number): Scene =>
  scene(size, (cluster) => {
    cluster.elects('n1');
    // A new leader may ask its clients to come again later.
    cluster.passes(60);
    cluster.reads(cluster.ask('n1', get('x', 'consistent')), undefined);
    cluster.puts('n1', put('x', 'a'));
    cluster.reads(cluster.ask('n1', get('x', 'consistent')), 'a');
    cluster.puts('n1', put('x', 'b'));
    const down = names(size).slice(1 + Math.floor(size / 2));
    for (const node of down) cluster.crashes(node);
    const asked = [get('x', 'consistent'), list('x', 'consistent'), get('x', 'consistent')] as const;
    for (const each of asked.map((ask) => cluster.ask('n1', ask))) cluster.reads(each, 'b');
  });

/** However many rounds there have been. */
const roundAfterRound = (size: number): Scene =>
  scene(size, (cluster) => {
    cluster.elects('n1');
    cluster.passes(60);
    for (let round = 1; round <= 40; round++) {
      cluster.puts('n1', put('x', `${round}`));
      cluster.reads(cluster.ask('n1', get('x', 'consistent')), `${round}`);
    }
  });

/** While nothing else than heartbeats gets through for a while. */
const askedAgainWhenLost = scene(3, (cluster) => {
  cluster.elects('n1');
  cluster.puts('n1', put('x', 'a'));
  const asked = cluster.ask('n1', get('x', 'consistent'));
  for (let ms = 0; ms < 60; ms++) {
    cluster.loses(({ message }) => isEmpty(message) === false);
    cluster.passes(1);
  }
  cluster.reads(asked, 'a');
});

const isEmpty = (message: Message): boolean => message.kind === 'AppendEntries' && message.entries.length === 0;

/** What was under way when leadership was lost must not be in the way of the next leadership. */
const leadsAgain = scene(3, (cluster) => {
  oldStands(cluster);
  cluster.parts(['n1'], ['n2', 'n3']);
  cluster.ask('n1', get('x', 'consistent'));
  cluster.passes(20);
  cluster.elects('n2');
  cluster.heals();
  cluster.within(500, () => !cluster.leads('n1'));
  cluster.passes(60);
  cluster.elects('n1');
  cluster.puts('n1', put('x', 'new'));
  cluster.reads(cluster.ask('n1', get('x', 'consistent')), 'new');
});

/** Those that come while a round is under way wait for the next one, and that comes too. */
const oneAfterAnother = scene(3, (cluster) => {
  cluster.elects('n1');
  cluster.puts('n1', put('x', 'a'));
  const asked = Array.from({ length: 200 }, () => {
    const each = cluster.ask('n1', get('x', 'consistent'));
    cluster.passes(0.5);
    return each;
  });
  const first = asked[0] as Asked;
  insist(
    first.answers.length > 0,
    `n1 leads and is asked for a consistent read every half millisecond, and the first of ${asked.length} is not answered; wanted those who come later not to hold up those who came before`,
  );
  for (const each of asked) cluster.reads(each, 'a');
});

/** A leader with too few others: they elect another, and write. It goes on to believe that it leads. */
const cutOff = (size: number, few: readonly Address[]): Scene =>
  scene(size, (cluster) => {
    cluster.elects('n1');
    cluster.puts('n1', put('x', 'old'));
    cluster.passes(60);
    replaced(cluster, few);
    const asked = cluster.ask('n1', get('x', 'consistent'));
    cluster.passes(400);
    cluster.isFresh(asked, 'new');
  });

const sameOneOftenIsOne = (size: number, few: readonly Address[]): Scene =>
  scene(size, (cluster) => {
    oldStands(cluster);
    replaced(cluster, few);
    cluster.copies(3);
    const asked = cluster.ask('n1', get('x', 'consistent'));
    cluster.passes(120);
    cluster.isFresh(asked, 'new');
  });

/** Each answer is longer on its way than the leader waits before it asks again. */
const farAway = scene(3, (cluster) => {
  oldStands(cluster);
  cluster.holds(isConfirmReply);
  const asked = cluster.ask('n1', get('x', 'consistent'));
  for (let trip = 0; trip < 10 && asked.answers.length === 0; trip++) {
    const late = cluster.sim.packets.filter(isConfirmReply);
    cluster.passes(heartbeatInterval + 10);
    for (const packet of late) cluster.sim.deliver(packet);
  }
  cluster.reads(asked, 'old');
});

/** Each peer is asked once or twice for all of them. */
const manyAtOnce = scene(3, (cluster) => {
  oldStands(cluster);
  cluster.holds(({ message }) => message.kind === 'ConfirmLeader');
  const asked = Array.from({ length: 50 }, () => cluster.ask('n1', get('x', 'consistent')));
  cluster.passes(2);
  const questions = cluster.sim.packets.filter(({ message }) => message.kind === 'ConfirmLeader').length;
  insist(
    questions < asked.length,
    `${asked.length} clients have asked n1 for a consistent read at the same time, and it has sent ${questions} ConfirmLeader; wanted one question for all of them`,
  );
  cluster.holds(() => false);
  for (const each of asked) cluster.reads(each, 'old');
});

/** It may refuse, or find out; but not answer from what it has. */
const followerBehind = scene(3, (cluster) => {
  cluster.elects('n1');
  cluster.puts('n1', put('x', 'old'));
  cluster.passes(100);
  cluster.holds(({ to, message }) => to === 'n3' && message.kind === 'AppendEntries');
  cluster.puts('n1', put('x', 'new'));
  const asked = cluster.ask('n3', get('x', 'consistent'));
  cluster.passes(50);
  cluster.isFresh(asked, 'new');
});

const isConfirmReply = ({ message }: { message: Message }): boolean => message.kind === 'ConfirmLeaderReply';

/** The round began before the other leader was elected; the second read came after it had written. */
const cameTooLateForThatRound = scene(3, (cluster) => {
  oldStands(cluster);
  cluster.holds(isConfirmReply);
  cluster.ask('n1', get('x', 'consistent'));
  cluster.passes(5);
  replaced(cluster, ['n1'], isConfirmReply);
  const asked = cluster.ask('n1', get('x', 'consistent'));
  cluster.passes(3);
  lateRepliesCome(cluster);
  cluster.isFresh(asked, 'new');
});

/** One of two answers is enough, and the other comes when the next question has been asked. */
const answersToAnOlderQuestion = (reads: number, ask: Read): Scene =>
  scene(3, (cluster) => {
    oldStands(cluster);
    const late = (packet: { from: Address; message: Message }) => isConfirmReply(packet) && packet.from === 'n3';
    cluster.holds(late);
    for (let read = 0; read < reads; read++) cluster.reads(cluster.ask('n1', ask), 'old');
    replaced(cluster, ['n1'], late);
    const asked = cluster.ask('n1', ask);
    cluster.passes(5);
    lateRepliesCome(cluster);
    cluster.isFresh(asked, 'new');
  });

/** Of five: one answer is to an older question, the other to this one, and with n1 itself that would be three. */
const oneOldAnswerAndOneNew = scene(5, (cluster) => {
  oldStands(cluster);
  const late = (packet: { from: Address; message: Message }) => isConfirmReply(packet) && packet.from === 'n5';
  cluster.holds(late);
  cluster.reads(cluster.ask('n1', get('x', 'consistent')), 'old');
  const answers = cluster.sim.packets.filter(late);
  replaced(cluster, ['n1', 'n2'], late);
  const asked = cluster.ask('n1', get('x', 'consistent'));
  // Now the question is on its way, and no answer to it has come.
  cluster.passes(1);
  for (const packet of answers) cluster.sim.deliver(packet);
  cluster.passes(120);
  cluster.isFresh(asked, 'new');
});

/** n1 was asked, crashed, and leads anew. It counts its rounds from the beginning, perhaps. */
const answersOfAnOlderTerm = scene(3, (cluster) => {
  oldStands(cluster);
  cluster.holds(isConfirmReply);
  cluster.ask('n1', get('x', 'consistent'));
  cluster.passes(5);
  cluster.crashes('n1');
  cluster.restarts('n1');
  cluster.elects('n1');
  cluster.puts('n1', put('y', 'a'));
  cluster.passes(60);
  replaced(cluster, ['n1'], isConfirmReply);
  const asked = cluster.ask('n1', get('x', 'consistent'));
  cluster.passes(5);
  lateRepliesCome(cluster);
  cluster.isFresh(asked, 'new');
});

/** Whoever is asked answers in his own term, not in the one who asks. */
const onlyTheQuestionsGetThrough = scene(3, (cluster) => {
  oldStands(cluster);
  replaced(cluster, ['n1']);
  const asked = cluster.ask('n1', get('x', 'consistent'));
  const apart = ({ from, to }: { from: Address; to: Address }) => (from === 'n1') !== (to === 'n1');
  cluster.holds((packet) => apart(packet) && !packet.message.kind.startsWith('ConfirmLeader'));
  cluster.passes(120);
  cluster.isFresh(asked, 'new');
});

/** n1 leads, x is old, and everybody knows. */
function oldStands(cluster: Cluster): void {
  cluster.elects('n1');
  cluster.puts('n1', put('x', 'old'));
  cluster.passes(60);
}

/** The others elect another leader, and x is new. What is on its way from them to the few stays there if it is `kept`. */
function replaced(cluster: Cluster, few: readonly Address[], kept?: Parameters<Cluster['holds']>[0]): void {
  const others = cluster.sim.nodes.filter((node) => !few.includes(node));
  if (kept) cluster.loses((packet) => !kept(packet));
  const apart = ({ from, to }: { from: Address; to: Address }) => few.includes(from) !== few.includes(to);
  cluster.holds(apart);
  const leader = others[0] as Address;
  cluster.elects(leader);
  cluster.puts(leader, put('x', 'new'));
}

/** Those that have been held, and nothing else that would tell the old leader of the new one. */
function lateRepliesCome(cluster: Cluster): void {
  const held = cluster.sim.packets.filter((packet) => isConfirmReply(packet) && packet.to === 'n1');
  for (const packet of held) cluster.sim.deliver(packet);
  cluster.passes(5);
}
