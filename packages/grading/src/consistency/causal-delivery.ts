/** Causal delivery (Birman, Schiper and Stephenson, 1991): no replica shows an effect before its cause. */
import { sequential as sequentialChecker } from '@weekend/checkers';
import type { Causal, Consistency } from '@weekend/consistency';
import type { Address } from '@weekend/protocol';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { everyCausalOrder } from './causal-orders.ts';
import { client } from './cluster.ts';
import { copiesAgree, model } from './judged.ts';
import { causal } from './kinds.ts';
import { bringing, emptyIsAValue, type Handler, playScenes, type Scene, three, two } from './scenes.ts';

const needed: readonly Handler[] = ['newest', 'onCausalGet', 'onCausalPut', 'onUpdate'];

export const causalDelivery: Milestone<Consistency> = {
  id: 'causal-delivery',
  title: 'No replica shows an effect before its cause',
  points: 12,
  rule: 'An update waits until all that its writer knew has been applied, and is applied once',
  hint: 'Write down, for each replica of the story, how many writes of each other replica it has applied. Which entry of the update’s clock did you not compare?',
  prove: (stage) =>
    playScenes(stage, causal, needed, [
      causeFirst,
      causeFirstOnAnotherKey,
      ownOrder,
      ownOrderBackwards,
      repeatedLater,
      repeatedWhileItWaits,
      afterADelivery,
      longConversation,
      toldOnce,
      sideBySide,
      deleted,
      deletedSideBySide,
      newerThanWhatItKnew,
      nobodyWaitsForWhatHeDoesNotKnow,
    ]) ?? everyCausalOrder(stage, needed),
};

/** n1 writes the post; n2 has read it and writes the reply; n3 gets the reply first. */
const conversation =
  (post: string, reply: string): Scene<Causal>['act'] =>
  (cluster) => {
    cluster.put('n1', post, 'post');
    cluster.flows(bringing('post', 'n2'));
    cluster.reads('n2', post, 'post', 'its update has arrived');
    cluster.put('n2', reply, 'reply');
    cluster.flows(bringing('reply', 'n3'));
    cluster.reads('n3', reply, null, 'the reply waits for the post, which n3 has not got yet');
    cluster.flows(bringing('post', 'n3'));
    cluster.reads('n3', reply, 'reply', 'the post has come, so that the reply can be shown');
    cluster.flows();
    copiesAgree(cluster, [post, reply]);
  };

const causeFirst: Scene<Causal> = { nodes: three, act: conversation('x', 'x') };

const causeFirstOnAnotherKey: Scene<Causal> = { nodes: three, act: conversation('x', 'y') };

const ownOrder: Scene<Causal> = {
  nodes: two,
  act(cluster) {
    const first = cluster.sentIn(() => cluster.put('n1', 'x', 'a'));
    cluster.delivers(cluster.sentIn(() => cluster.put('n1', 'y', 'b')));
    cluster.reads('n2', 'y', null, 'n1 had written x before, and that has not come yet');
    cluster.delivers(first);
    cluster.reads('n2', 'y', 'b', 'everything has come');
    cluster.reads('n2', 'x', 'a', 'everything has come');
    cluster.put('n1', 'x', '');
    cluster.flows();
    cluster.reads('n2', 'x', '', emptyIsAValue);
  },
};

const ownOrderBackwards: Scene<Causal> = {
  nodes: two,
  act(cluster) {
    for (let i = 1; i <= 40; i++) cluster.put('n1', 'x', `v${i}`);
    for (const packet of [...cluster.onTheirWay].reverse()) cluster.deliver(packet);
    cluster.reads('n2', 'x', 'v40', 'all updates have come, the last one first');
  },
};

/** C10. */
const repeatedLater: Scene<Causal> = {
  nodes: two,
  act(cluster) {
    const first = cluster.sentIn(() => cluster.put('n1', 'x', 'a'));
    const copies = cluster.copies(first);
    cluster.delivers(first);
    cluster.delivers(cluster.sentIn(() => cluster.put('n1', 'x', 'b')));
    cluster.delivers(copies);
    cluster.reads('n2', 'x', 'b', 'what came last is a copy of an older update');
    cluster.put('n1', 'x', 'c');
    cluster.flows();
    cluster.reads('n2', 'x', 'c', 'a repeated update does not count again');
  },
};

const repeatedWhileItWaits: Scene<Causal> = {
  nodes: two,
  act(cluster) {
    const first = cluster.sentIn(() => cluster.put('n1', 'x', 'a'));
    const second = cluster.sentIn(() => cluster.put('n1', 'x', 'b'));
    const copies = [...cluster.copies(second), ...cluster.copies(second)];
    for (const packets of [second, copies, cluster.copies(first), first]) cluster.delivers(packets);
    cluster.reads('n2', 'x', 'b', 'each update counts once, however often it came');
    cluster.put('n1', 'x', 'c');
    cluster.flows();
    cluster.reads('n2', 'x', 'c', 'each update counts once, however often it came');
  },
};

/** C11. */
const afterADelivery: Scene<Causal> = {
  nodes: three,
  act(cluster) {
    cluster.put('n1', 'x', 'a');
    cluster.flows();
    cluster.put('n2', 'y', 'b');
    cluster.flows();
    for (const node of three) cluster.reads(node, 'y', 'b', 'every update has come, and nothing is missing');
  },
};

const longConversation: Scene<Causal> = {
  nodes: three,
  act(cluster) {
    for (let turn = 0; turn < 9; turn++) {
      cluster.put(three[turn % 3] as Address, 'x', `v${turn}`);
      cluster.flows();
    }
    for (const node of three) cluster.reads(node, 'x', 'v8', 'each was written by somebody who knew of the one before');
  },
};

/** A write is answered, and told, without waiting for anybody. */
const toldOnce: Scene<Causal> = {
  nodes: three,
  act(cluster) {
    cluster.answered(cluster.put('n1', 'x', 'a'), 'the other replicas need not have it yet');
    cluster.reads('n1', 'x', 'a', 'it was written here');
    cluster.flows();
    for (const node of three) cluster.reads(node, 'x', 'a', 'its update has come');
  },
};

/** Writes that know nothing of each other may come in any order, and one of them wins everywhere. */
const sideBySide: Scene<Causal> = {
  nodes: ['n1', 'n2', 'n3', 'n4'],
  act(cluster) {
    cluster.put('n1', 'x', 'a');
    cluster.put('n2', 'x', 'b');
    cluster.flows(bringing('a', 'n3'));
    cluster.flows(bringing('b', 'n4'));
    cluster.reads('n3', 'x', 'a', 'it depends on nothing');
    cluster.reads('n4', 'x', 'b', 'it depends on nothing');
    cluster.flows();
    copiesAgree(cluster, ['x']);
  },
};

const deleted: Scene<Causal> = {
  nodes: two,
  act(cluster) {
    cluster.put('n1', 'x', 'a');
    cluster.flows();
    cluster.put('n2', 'x', null);
    cluster.reads('n2', 'x', null, 'it was deleted');
    cluster.flows();
    cluster.reads('n1', 'x', null, 'it was deleted');
    cluster.put('n1', 'x', 'b');
    cluster.flows();
    for (const node of two) cluster.reads(node, 'x', 'b', 'it was written last');
  },
};

/** A deletion is a write like others: what it does not know of may be newer or older. */
const deletedSideBySide: Scene<Causal> = {
  nodes: ['n1', 'n2', 'n3', 'n4'],
  ahead: { n2: 1000 },
  act(cluster) {
    cluster.put('n1', 'x', 'a');
    cluster.flows();
    const deletion = cluster.sentIn(() => cluster.put('n2', 'x', null));
    const write = cluster.sentIn(() => cluster.put('n1', 'x', 'b'));
    cluster.delivers(deletion.filter(({ to }) => to === 'n3'));
    cluster.delivers(write.filter(({ to }) => to === 'n4'));
    cluster.flows();
    copiesAgree(cluster, ['x']);
  },
};

const newerThanWhatItKnew: Scene<Causal> = {
  nodes: two,
  ahead: { n1: 10_000 },
  act(cluster) {
    cluster.put('n1', 'x', 'a');
    cluster.flows();
    cluster.put('n2', 'x', 'b');
    cluster.reads('n2', 'x', 'b', 'n2 knew of "a" when "b" was written there, whatever the clocks say');
    cluster.flows();
    for (const node of two) cluster.reads(node, 'x', 'b', 'n2 knew of "a" when "b" was written there');
  },
};

/** And so each of two writers may miss the other's write: no order of the four operations explains both. */
const nobodyWaitsForWhatHeDoesNotKnow: Scene<Causal> = {
  nodes: two,
  act(cluster) {
    const [one, other] = [client('c1'), client('c2')];
    cluster.answered(cluster.put('n1', 'x', 'a', one), 'n2 can not be reached, and need not be');
    cluster.answered(cluster.put('n2', 'y', 'b', other), 'n1 can not be reached, and need not be');
    cluster.answered(cluster.get('n1', 'y', one), 'its client knows nothing that n1 does not');
    cluster.answered(cluster.get('n2', 'x', other), 'its client knows nothing that n2 does not');
    insist(
      sequentialChecker(cluster.history(), model).kind === 'illegal',
      'a replica knows of a write that no message has told it of; wanted each to answer from its own copy',
    );
  },
};
