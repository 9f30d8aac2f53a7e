/** §5.3, Figure 2 "Leaders": an entry is committed once a majority of the cluster is known to hold it. */
import type { AppendEntriesReply, Index, Replication } from '@weekend/raft';
import { heartbeatRefused } from '../raft/messages.ts';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { type Act, type Cast, cluster, playAll, wins } from './cast.ts';
import { logOf, partOf } from './entries.ts';
import { Peer } from './peers.ts';
import { WatchedLeader } from './watched-leader.ts';

export const commitsByMajority: Milestone<Replication> = {
  id: 'commits-by-majority',
  title: 'A leader commits what a majority of the cluster holds, and tells the others',
  points: 15,
  rule: 'Figure 2, Rules for Leaders: matchIndex and commitIndex (§5.3)',
  hint: 'Count by hand in clusters of 1, 2, 3, 4 and 5, the leader among them. Then ask of each answer: which entries does it speak of, in which term was it given, and has this follower been counted?',
  prove: (stage) =>
    playAll(
      stage,
      ['onElected', 'onCommand', 'sendEntries', 'onAppendEntries', 'onAppendEntriesReply'],
      [
        ...sizes.flatMap(neitherMoreNorLess),
        ...sizes.slice(1).map(everybodyLearnsOfIt),
        ...sizes.slice(3).map(aFollowerCountsOnce),
        onlyWhatWasAcknowledged,
        eachFollowerForItself,
        aRefusalDoesNotCount,
        amongOddNames,
        neverBack,
        answersOfAnOlderTerm,
        everyLeadershipAnew,
        whatIsOverwrittenCountsNoMore,
        nobodyAnswers,
        numbersNotWords,
        keepsWhatIsCommitted,
      ],
    ),
};

/** 1, 2 and 4 are where the usual slips show. */
const sizes = [1, 2, 3, 4, 5, 6, 7, 9];

/** However many of the others hear of it. */
const neitherMoreNorLess = (size: number): Act[] =>
  Array.from({ length: size }, (_, others) => (cast) => {
    const leader = among(cast, cluster(size));
    const reached = leader.node.peers.slice(leader.node.peers.length - others);
    leader.rounds(2, reached);
    const index = leader.asks('a');
    leader.rounds(3, reached);
    commitsExactlyIf(others + 1 > size / 2, leader, index);
  });

const everybodyLearnsOfIt =
  (size: number): Act =>
  (cast) => {
    const leader = among(cast, cluster(size));
    const index = leader.asks('a');
    leader.rounds(10);
    for (const peer of leader.node.peers) {
      const { commitIndex } = leader.peer(peer);
      insist(
        commitIndex >= index,
        `n1 has committed index ${index}, and ten heartbeats later ${peer} knows of ${commitIndex}; wanted n1 to tell it, in heartbeats too`,
      );
    }
  };

const aFollowerCountsOnce =
  (size: number): Act =>
  (cast) => {
    const leader = among(cast, cluster(size));
    const index = leader.asks('a');
    leader.rounds(3, ['n2']);
    for (let copies = 0; copies < size; copies++) leader.reply('n2', yes(leader, index));
    leader.rounds(3, ['n2']);
    commitsExactlyIf(false, leader, index);
  };

/** The second command came after the message that is answered now. */
const onlyWhatWasAcknowledged: Act = (cast) => {
  const leader = among(cast, cluster(3));
  leader.rounds(3);
  const first = leader.asks('a');
  leader.heartbeat();
  const second = leader.asks('b');
  leader.reply('n2', yes(leader, first));
  leader.reply('n3', yes(leader, first));
  leader.rounds(3, []);
  commitsExactlyIf(true, leader, first);
  commitsExactlyIf(false, leader, second);
};

/** Of five, one is far ahead and two are a little behind. */
const eachFollowerForItself: Act = (cast) => {
  const leader = among(cast, cluster(5));
  leader.rounds(3);
  const [first, second, third] = ['a', 'b', 'c'].map((value) => leader.asks(value)) as [Index, Index, Index];
  leader.heartbeat();
  leader.reply('n2', yes(leader, third));
  commitsExactlyIf(false, leader, first);
  leader.reply('n3', yes(leader, first));
  leader.rounds(2, []);
  commitsExactlyIf(true, leader, first);
  commitsExactlyIf(false, leader, second);
  leader.reply('n4', yes(leader, second));
  leader.rounds(2, []);
  commitsExactlyIf(true, leader, second);
  commitsExactlyIf(false, leader, third);
  leader.reply('n5', yes(leader, third));
  leader.rounds(2, []);
  commitsExactlyIf(true, leader, third);
};

const aRefusalDoesNotCount: Act = (cast) => {
  const leader = among(cast, cluster(3));
  const index = leader.asks('a');
  leader.heartbeat();
  for (const peer of ['n2', 'n3']) leader.reply(peer, { ...yes(leader, 0), success: false });
  leader.rounds(2, []);
  commitsExactlyIf(false, leader, index);
};

const amongOddNames: Act = (cast) => {
  for (const [reached, commits] of [
    [['10', '0'], true],
    [['1'], false],
  ] as const) {
    const leader = among(cast, ['2', '1', '10', '0', '3']);
    const index = leader.asks('a');
    leader.rounds(5, reached);
    commitsExactlyIf(commits, leader, index);
  }
};

const neverBack: Act = (cast) => {
  const leader = among(cast, cluster(3));
  leader.rounds(3);
  const first = leader.asks('a');
  const second = leader.asks('b');
  leader.rounds(3);
  commitsExactlyIf(true, leader, second);
  for (const peer of ['n2', 'n3', 'n2']) {
    leader.reply(peer, yes(leader, first));
    leader.reply(peer, { ...yes(leader, 0), success: false });
  }
  leader.rounds(5);
  commitsExactlyIf(true, leader, leader.asks('c') - 1);
};

/** n1 has led before. What was acknowledged to it then may be overwritten since. */
const answersOfAnOlderTerm: Act = (cast) => {
  const { before, leader, index } = deposedAndBack(cast, 3);
  for (const peer of ['n2', 'n3']) leader.reply(peer, { ...yes(leader, before.index), term: before.term });
  leader.rounds(2, []);
  commitsExactlyIf(false, leader, index);
};

/** What two followers have acknowledged in the first term, one has in the second: not three of five. */
const everyLeadershipAnew: Act = (cast) => {
  const { leader, index } = deposedAndBack(cast, 5);
  leader.reply('n2', yes(leader, 2));
  leader.reply('n3', yes(leader, index));
  leader.rounds(2, []);
  commitsExactlyIf(false, leader, index);
  leader.reply('n4', yes(leader, index));
  leader.rounds(2, []);
  commitsExactlyIf(true, leader, index);
};

/** However often that happens, the next leadership takes commands and commits them. */
const whatIsOverwrittenCountsNoMore: Act = (cast) => {
  const n1 = cast.leader(cluster(3), { term: 3, log: logOf([1, 3]) });
  for (let leadership = 0; leadership < 5; leadership++) {
    const leader = new WatchedLeader(n1, [], 'commit');
    for (let command = 0; command < 10; command++) leader.asks(`${command}`);
    const term = n1.state.currentTerm + 1;
    n1.hears('n3', partOf(logOf([1, 3, term]), { term, leader: 'n3', prev: 2 }));
    n1.fires('election');
    wins(n1);
  }
  const log = n1.state.log.slice(0, 3);
  const leader = new WatchedLeader(n1, [new Peer('n2', log), new Peer('n3', log)], 'commit');
  const index = leader.asks('a');
  leader.rounds(5);
  commitsExactlyIf(true, leader, index);
};

const nobodyAnswers: Act = (cast) => {
  const leader = among(cast, cluster(2));
  const index = leader.asks('a');
  leader.rounds(20, []);
  commitsExactlyIf(false, leader, index);
};

/** 9 comes before 10. */
const numbersNotWords: Act = (cast) => {
  const leader = among(cast, cluster(3));
  leader.rounds(3);
  const indexes = Array.from({ length: 9 }, (_, i) => leader.asks(`${i}`));
  for (const index of indexes) {
    leader.heartbeat();
    leader.reply('n2', yes(leader, index));
    leader.rounds(1, []);
    commitsExactlyIf(true, leader, index);
    commitsExactlyIf(false, leader, index + 1);
  }
};

/** As a follower it has heard that two entries are committed, and it still knows when it leads. */
const keepsWhatIsCommitted: Act = (cast) => {
  const log = logOf([1, 1, 3]);
  const n1 = cast.follower(cluster(3), { term: 3, log });
  n1.hears('n2', partOf(log, { term: 3, leader: 'n2', prev: 3, commit: 2 }));
  const { commitIndex } = n1.state;
  n1.fires('election');
  wins(n1);
  const leader = new WatchedLeader(n1, [new Peer('n2', log), new Peer('n3', log)], 'commit', commitIndex);
  const index = leader.asks('a');
  leader.rounds(5);
  commitsExactlyIf(true, leader, index);
};

interface Again {
  /** The command that was acknowledged by n2 and then overwritten. */
  before: { index: Index; term: number };
  leader: WatchedLeader;
  /** The command of its second term that stands in the same place. */
  index: Index;
}

/** n1 leads, n2 acknowledges its command, n3 leads the next term without it, and then n1 leads again. */
function deposedAndBack(cast: Cast, size: number): Again {
  const log = logOf([1, 3]);
  const n1 = cast.leader(cluster(size), { term: 3, log });
  const term = n1.state.currentTerm;
  const first = new WatchedLeader(n1, [], 'commit');
  first.asks('a');
  first.asks('a');
  const old = first.asks('a');
  first.heartbeat();
  // With three, this answer would commit it: it comes late.
  if (size > 3) first.reply('n2', yes(first, old));
  n1.hears('n3', heartbeatRefused(term + 1));
  n1.hears('n3', partOf(logOf([1, 3, term + 1]), { term: term + 1, leader: 'n3', prev: 2 }));
  n1.fires('election');
  wins(n1);
  const leader = new WatchedLeader(n1, [], 'commit');
  return { before: { index: old, term }, leader, index: leader.asks('b') };
}

/** A leader among followers whose logs are as its own was before it was elected. */
function among(cast: Cast, names: readonly string[]): WatchedLeader {
  const log = logOf([1, 1, 3]);
  const node = cast.leader(names, { term: 3, log });
  return new WatchedLeader(
    node,
    node.peers.map((peer) => new Peer(peer, log)),
    'commit',
  );
}

const yes = ({ node }: WatchedLeader, matchIndex: Index): AppendEntriesReply => ({
  kind: 'AppendEntriesReply',
  term: node.state.currentTerm,
  success: true,
  matchIndex,
});

/** That it commits too early is seen as soon as it does. */
function commitsExactlyIf(committed: boolean, { node }: WatchedLeader, index: Index): void {
  const { commitIndex } = node.state;
  const size = node.peers.length + 1;
  if (committed)
    insist(
      commitIndex >= index,
      `a majority of the ${size} nodes holds index ${index} of the log of ${node.me}, which leads and has been told, and its commitIndex is ${commitIndex}; wanted ${index}`,
    );
  else
    insist(
      commitIndex < index,
      `no majority of the ${size} nodes is known to hold index ${index} of the log of ${node.me}, which leads, and its commitIndex is ${commitIndex}; wanted less than ${index}`,
    );
}
