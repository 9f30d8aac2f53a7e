/** The four session guarantees (Terry et al., 1994), for a client that moves between replicas. */
import { causal as causalChecker, session, sessionGuarantees } from '@weekend/checkers';
import type { Causal, Consistency } from '@weekend/consistency';
import type { Milestone } from '../suite.ts';
import { client } from './cluster.ts';
import { allAnswered, copiesAgree, holds, model } from './judged.ts';
import { causal } from './kinds.ts';
import { bringing, type Handler, playScenes, type Scene, three, two, walkSeeds } from './scenes.ts';
import { walk } from './walk.ts';

const needed: readonly Handler[] = ['newest', 'mergeClocks', 'compareClocks', 'onCausalGet', 'onCausalPut', 'onUpdate'];

export const sessionsKept: Milestone<Consistency> = {
  id: 'session-guarantees',
  title: 'A client that moves keeps all four guarantees',
  points: 12,
  rule: 'Read your writes, monotonic reads, monotonic writes, writes follow reads',
  hint: 'What does the client know when it leaves the first replica, and is all of that in the `after` that it takes along? What does the second replica do if it knows less?',
  prove: (stage, dice) =>
    playScenes(stage, causal, needed, [
      readYourWrites,
      monotonicReads,
      monotonicWrites,
      writesFollowReads,
      onlyWhoKnowsMoreWaits,
      waitsForEverything,
      manyWait,
    ]) ??
    walkSeeds(
      stage,
      causal,
      needed,
      dice,
      (random) => ({ nodes: random.pick([two, three, three]), ahead: { n1: random.below(2) * 1000 } }),
      (cluster, random) => {
        walk(cluster, random, { steps: 60, clients: 4, keys, moves: true });
        cluster.flows();
        allAnswered(cluster);
        holds(causalChecker(cluster.history(), model), 'Causal consistency: who saw an effect sees its causes');
        for (const guarantee of sessionGuarantees) holds(session(cluster.history(), model, guarantee), guarantee);
        copiesAgree(cluster, keys);
      },
    ),
};

const keys = ['x', 'y'];

/** C19. */
const readYourWrites: Scene<Causal> = {
  nodes: two,
  act(cluster) {
    const moving = client('c1');
    cluster.put('n1', 'x', 'a', moving);
    const read = cluster.get('n2', 'x', moving);
    cluster.unanswered(read, 'it wrote at n1, and n2 has not heard of that');
    cluster.flows();
    cluster.found(read, 'a', 'its own write has come to n2');
  },
};

/** C20. */
const monotonicReads: Scene<Causal> = {
  nodes: three,
  act(cluster) {
    cluster.put('n1', 'x', 'a');
    cluster.flows(bringing('a', 'n2'));
    const moving = client('c9');
    cluster.reads('n2', 'x', 'a', 'its update has come', moving);
    const read = cluster.get('n3', 'x', moving);
    cluster.unanswered(read, 'it has read "a", and n3 has not heard of that');
    cluster.flows(bringing('a', 'n3'));
    cluster.found(read, 'a', 'what it has read before has come to n3');
  },
};

const monotonicWrites: Scene<Causal> = {
  nodes: three,
  act(cluster) {
    const moving = client('c1');
    cluster.put('n1', 'x', 'first', moving);
    const second = cluster.put('n2', 'y', 'second', moving);
    cluster.flows(bringing('second', 'n3'));
    cluster.reads('n3', 'y', null, 'its writer had written x before, and that has not come yet');
    cluster.flows();
    cluster.answered(second, 'everything has come');
    cluster.reads('n3', 'x', 'first', 'everything has come');
    cluster.reads('n3', 'y', 'second', 'everything has come');
  },
};

/** C22: an observer must not see the reply without the post. */
const writesFollowReads: Scene<Causal> = {
  nodes: three,
  act(cluster) {
    cluster.put('n1', 'x', 'post');
    const moving = client('c9');
    cluster.reads('n1', 'x', 'post', 'it was written here', moving);
    const reply = cluster.put('n2', 'y', 'reply', moving);
    cluster.flows(bringing('reply', 'n3'));
    cluster.reads('n3', 'y', null, 'its writer had read the post, and that has not come to n3');
    cluster.flows(bringing('post', 'n2'));
    cluster.flows(bringing('reply', 'n3'));
    cluster.reads('n3', 'y', null, 'its writer had read the post, and that has not come to n3');
    cluster.flows();
    cluster.answered(reply, 'everything has come');
    cluster.reads('n3', 'y', 'reply', 'everything has come');
  },
};

const onlyWhoKnowsMoreWaits: Scene<Causal> = {
  nodes: two,
  act(cluster) {
    const moving = client('c8');
    cluster.put('n1', 'x', 'a', moving);
    const waits = cluster.get('n2', 'x', moving);
    cluster.reads('n2', 'x', null, 'this client knows of nothing, and need not wait behind the other');
    cluster.answered(cluster.put('n2', 'y', 'b'), 'this client knows of nothing, and need not wait behind the other');
    cluster.flows();
    cluster.found(waits, 'a', 'its own write has come to n2');
  },
};

/** Two writes of two replicas: one of them is not enough. */
const waitsForEverything: Scene<Causal> = {
  nodes: three,
  act(cluster) {
    const moving = client('c9');
    cluster.put('n1', 'x', 'a');
    cluster.put('n2', 'y', 'b');
    cluster.flows(bringing('b', 'n1'));
    cluster.reads('n1', 'x', 'a', 'it was written here', moving);
    cluster.reads('n1', 'y', 'b', 'its update has come', moving);
    const read = cluster.get('n3', 'y', moving);
    cluster.flows(bringing('a', 'n3'));
    cluster.unanswered(read, 'it has read "b", and n3 has heard of "a" only');
    cluster.flows(bringing('b', 'n3'));
    cluster.found(read, 'b', 'all that it has read has come to n3');
  },
};

/** Each for what it knows of, and for nothing else. */
const manyWait: Scene<Causal> = {
  nodes: three,
  act(cluster) {
    const [first, second] = [client('c8'), client('c9')];
    cluster.put('n1', 'x', 'a', first);
    cluster.put('n2', 'y', 'b', second);
    const long = Array.from({ length: 12 }, (_, i) => cluster.get('n3', 'x', { ...first, name: `d${i + 1}` }));
    const short = cluster.get('n3', 'y', second);
    for (const read of [...long, short]) cluster.unanswered(read, 'what it has written before has not come to n3');
    cluster.flows(bringing('b', 'n3'));
    cluster.found(short, 'b', 'what it has written before has come to n3');
    for (const read of long) cluster.unanswered(read, 'what it has written before has not come to n3');
    cluster.flows();
    for (const read of long) cluster.found(read, 'a', 'everything has come');
  },
};
