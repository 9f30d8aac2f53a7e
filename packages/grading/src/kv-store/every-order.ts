/** Dangerous points in the life of a cluster, from which all that can happen happens. */
import type { KeyValue, Message, RequestId } from '@weekend/raft';
import type { Broken } from '../suite.ts';
import { get, put } from './asks.ts';
import type { Cluster } from './cluster.ts';
import { neverLost, neverOld, onceOnly, sameMachines } from './promises.ts';
import { asks, search } from './situation.ts';

/**
 * n1 believes that it leads, and has asked n3 so for an earlier read, whose answer is on its way. n2 leads since, by n3's
 * vote. n1 and n2 do not hear each other; a client writes at n2, and one reads at n1.
 */
export const deposedUnawares = (stage: KeyValue): Broken | undefined =>
  search(stage, {
    needed: [
      'onRequest',
      'onElected',
      'onDeposed',
      'apply',
      'onConfirmLeader',
      'onConfirmLeaderReply',
      'onConfirmTimeout',
    ],
    begin(cluster) {
      writesTwice(cluster);
      cluster.holds((packet) => isAppend(packet) || packet.to === 'n1');
      cluster.ask('n1', get('x', 'consistent'));
      cluster.passes(3);
      cluster.loses((packet) => isAppend(packet) || packet.from === 'n2');
      cluster.elects('n2');
      cluster.loses(({ from, to }) => from === 'n1' || (from === 'n2' && to === 'n1'));
    },
    waiting: 'c3 waits at n1: get x (consistent)',
    links: { n1: ['n3'], n2: ['n3'], n3: ['n1', 'n2'] },
    asks: [asks('c4', 'n1', get('x', 'consistent')), asks('c5', 'n2', put('x', 'c'))],
    latest: 'b',
    invariants: [neverOld],
  });

/** n1 has told a client that x is b, and has crashed. n2 leads, holds that entry, and has not heard that it is committed. */
export const newlyElected = (stage: KeyValue): Broken | undefined =>
  search(stage, {
    needed: ['onRequest', 'onElected', 'apply', 'onConfirmLeader', 'onConfirmLeaderReply', 'onConfirmTimeout'],
    begin(cluster) {
      writesTwice(cluster);
      cluster.holds(isAppend);
      cluster.elects('n2');
      cluster.loses(({ from, to }) => from === 'n1' || to === 'n1');
    },
    links: { n2: ['n3'], n3: ['n2'] },
    asks: [asks('c3', 'n2', get('x', 'consistent')), asks('c4', 'n2', get('x', 'default'))],
    latest: 'b',
    invariants: [neverOld],
  });

/**
 * n1 believes that it leads, and has an entry that nobody else has. n2 leads since, by n3's vote. A client writes at n1, and
 * another at n2. n1 and n3 do not hear each other.
 */
export const overwritten = (stage: KeyValue): Broken | undefined =>
  search(stage, {
    needed: ['onRequest', 'onDeposed', 'apply'],
    begin(cluster) {
      cluster.elects('n1');
      cluster.passes(100);
      cluster.holds((packet) => isAppend(packet) || packet.to === 'n1');
      cluster.ask('n1', put('x', 'a'));
      cluster.loses(() => true);
      cluster.elects('n2');
      cluster.loses(() => true);
    },
    links: { n1: ['n2'], n2: ['n1', 'n3'], n3: ['n2'] },
    asks: [asks('c2', 'n1', put('x', 'b'), as('s2')), asks('c3', 'n2', put('x', 'c'), as('s3'))],
    latest: '',
    invariants: [neverLost],
  });

/**
 * n1 has put two writes into its log and n2's, and has crashed before n3 or anybody's client heard of them. n2 leads since,
 * and one of the two clients asks it again.
 */
export const copiedInTheLog = (stage: KeyValue): Broken | undefined =>
  search(stage, {
    needed: ['onRequest', 'apply'],
    begin(cluster) {
      cluster.elects('n1');
      cluster.puts('n1', put('x', 'a'), as('s1'));
      cluster.passes(100);
      cluster.holds((packet) => packet.to !== 'n2' || !isAppend(packet));
      cluster.ask('n1', put('x', 'b'), as('s2'));
      cluster.ask('n1', put('x', 'c'), as('s3'));
      cluster.passes(3);
      cluster.loses(() => true);
      cluster.holds(isAppend);
      cluster.elects('n2');
      cluster.loses(({ from, to }) => from === 'n1' || to === 'n1');
    },
    links: { n2: ['n3'], n3: ['n2'] },
    asks: [asks('c2', 'n2', put('x', 'b'), as('s2'))],
    latest: 'a',
    invariants: [onceOnly, sameMachines],
  });

/** x is a everywhere. Then it is b, which n1 has told its client, and n2 and n3 do not know to be committed. */
function writesTwice(cluster: Cluster): void {
  cluster.elects('n1');
  cluster.puts('n1', put('x', 'a'));
  cluster.passes(100);
  cluster.puts('n1', put('x', 'b'));
  cluster.loses(() => true);
}

const isAppend = ({ message }: { message: Message }): boolean => message.kind === 'AppendEntries';

const as = (session: string): RequestId => ({ session, seq: 1 });
