/** §5.4.2, Figure 8: that a majority holds an entry of an older term does not commit it. */
import type { Entry, Replication } from '@weekend/raft';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { type Act, type Cast, cluster, playAll } from './cast.ts';
import { logOf } from './entries.ts';
import * as everyOrder from './every-order.ts';
import { Peer } from './peers.ts';
import { WatchedLeader } from './watched-leader.ts';

export const onlyItsOwnTerm: Milestone<Replication> = {
  id: 'only-its-own-term',
  title: 'An entry of an older term is not committed by counting who holds it',
  points: 5,
  rule: 'Committing entries from previous terms (§5.4.2, Figure 8)',
  hint: 'Go through Figure 8 from (a) to (e) with your own code in hand. Who may still be elected in (d), and what would become of the entry that your leader has just counted?',
  prove: (stage) =>
    playAll(
      stage,
      ['onElected', 'onCommand', 'sendEntries', 'onAppendEntries', 'onAppendEntriesReply'],
      [figure8, ...[2, 3, 4, 5].map(everyoneHoldsIt), ofAnOlderLeadershipOfItsOwn, alone],
    ) ?? everyOrder.figure8(stage),
};

/**
 * Figure 8 (c): S1 leads term 4, and its entry 2, of term 2, comes to a third of five. S3 takes one entry out of each
 * message, so that it holds entry 2 and nothing after it, whatever else S1 has sent.
 */
const figure8: Act = (cast) => {
  const s1 = cast.leader(['s1', 's2', 's3', 's4', 's5'], { term: 3, log: logOf([1, 2]) });
  const peers = [
    new Peer('s2', logOf([1, 2])),
    new Peer('s3', logOf([1]), { most: 1 }),
    new Peer('s4', logOf([1])),
    new Peer('s5', logOf([1, 3])),
  ];
  const leader = new WatchedLeader(s1, peers, 'commit');
  comesToHold(leader, 's3', 2);
  // The commitIndex is looked at after every message; here is that it was looked at where it matters.
  const holders = peers.filter(({ log }) => log[1]?.term === 2).length + 1;
  if (holders !== 3 || s1.state.currentTerm !== 4)
    throw new Error('Cannot prove anything: Figure 8 (c) was not reached');
  // (e): once an entry of its own term is on a majority, all before it is settled.
  const index = leader.asks('a');
  leader.rounds(3 * s1.state.log.length + 10, ['s2', 's3']);
  commitsAll(leader, index);
};

/** Even then: only with an entry of its own term does a leader know that nobody else can be elected without it. */
const everyoneHoldsIt =
  (size: number): Act =>
  (cast) => {
    const leader = among(cast, cluster(size), logOf([1, 2, 2]));
    const { node } = leader;
    const old = node.state.log.findLastIndex(({ term }) => term < node.state.currentTerm) + 1;
    for (const peer of node.peers)
      leader.reply(peer, { kind: 'AppendEntriesReply', term: node.state.currentTerm, success: true, matchIndex: old });
    leader.heartbeat();
    leader.letters = [];
    const index = leader.asks('a');
    leader.rounds(node.state.log.length + 10);
    commitsAll(leader, index);
  };

/** Term 2 was its own, once. Now it leads term 4, and counts for that one only. */
const ofAnOlderLeadershipOfItsOwn: Act = (cast) => {
  const leader = among(cast, ['0', '1', '2'], logOf([1, 2]));
  leader.rounds(20);
  const index = leader.asks('a');
  leader.rounds(10);
  commitsAll(leader, index);
};

/** The rule is the same for a cluster of one; its next command settles what it had. */
const alone: Act = (cast) => {
  const leader = among(cast, ['n1'], logOf([1, 2]));
  const index = leader.asks('a');
  leader.rounds(2);
  commitsAll(leader, index);
};

function among(cast: Cast, names: readonly string[], log: readonly Entry[]): WatchedLeader {
  const node = cast.leader(names, { term: 3, log });
  return new WatchedLeader(
    node,
    node.peers.map((peer) => new Peer(peer, log)),
    'commit',
  );
}

/** Message by message, until the peer holds the log up to `index`. */
function comesToHold(leader: WatchedLeader, name: string, index: number): void {
  const peer = leader.peer(name);
  const rounds = leader.node.state.log.length + 10;
  for (let round = 0; round < rounds && peer.log.length < index; round++) {
    for (const to of ['s2', name])
      for (const message of leader.taken(to)) {
        if (peer.log.length < index) leader.reply(to, leader.peer(to).answer(message));
      }
    if (peer.log.length < index) leader.heartbeat();
  }
  insist(
    peer.log.length >= index,
    `${leader.node.me} leads, and ${rounds} heartbeats later ${name} still lacks entry ${index}; wanted it sent`,
  );
  leader.letters = [];
  leader.heartbeat();
  leader.letters = [];
}

function commitsAll({ node }: WatchedLeader, index: number): void {
  insist(
    node.state.commitIndex >= index,
    `a majority holds the log of ${node.me} up to ${index}, an entry of its own term, and its commitIndex is ${node.state.commitIndex}; wanted ${index}, and all before it with it`,
  );
}
