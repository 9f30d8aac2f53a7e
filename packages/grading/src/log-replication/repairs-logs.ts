/** §5.3: whatever a follower's log is, and whatever the network does, the leader brings it to agree with its own. */
import type { AppendEntriesReply, Replication, Term } from '@weekend/raft';
import type { Milestone } from '../suite.ts';
import { type Act, type Cast, cluster, playAll } from './cast.ts';
import { logOf } from './entries.ts';
import { type Manner, Peer } from './peers.ts';
import { WatchedLeader } from './watched-leader.ts';

export const repairsLogs: Milestone<Replication> = {
  id: 'repairs-logs',
  title: 'A leader goes back until it agrees with a follower, and tries until it succeeds',
  points: 10,
  rule: 'Figure 2, Rules for Leaders: nextIndex after a success and a failure (§5.3)',
  hint: 'Play it by hand with a follower that shares two entries with you and has three others. Which message is the first to fit, and what makes you send it? Then lose one message, and play it again.',
  prove: (stage) =>
    playAll(
      stage,
      ['onElected', 'onCommand', 'sendEntries', 'onAppendEntriesReply'],
      [
        ...manners.flatMap((manner) => followers.map((log) => catchesUp(log, manner))),
        ...manners.map(messagesAreLost),
        ...manners.map(answersAreLost),
        aRefusalComesAgain,
        refusalsOfAnEmptyLog,
        answersTheWrongWayRound,
        anAnswerOfAnOlderTerm,
        takesALittleAtATime,
        oneIsAway,
        sideBySide,
      ],
    ),
};

const own = [1, 1, 1, 4, 4, 5, 5];

/** Figure 7: what a leader may meet. */
const followers: readonly (readonly Term[])[] = [
  [],
  [1],
  [1, 1, 1],
  [1, 1, 1, 4, 4, 5],
  [1, 1, 1, 4, 4, 5, 5, 5, 5],
  [1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3],
  [1, 1, 1, 4, 4, 4, 4],
  [2, 2, 2, 2],
];

const manners: readonly Manner[] = [{}, { hints: true }, { matchIndexOfNo: -1 }];

const catchesUp =
  (log: readonly Term[], manner: Manner): Act =>
  (cast) => {
    const leader = against(cast, log, manner);
    leader.asks('a');
    agreesSoon(leader);
    leader.asks('b');
    agreesSoon(leader);
  };

const messagesAreLost =
  (manner: Manner): Act =>
  (cast) => {
    const leader = against(cast, [1, 1], manner);
    agreesSoon(leader);
    for (const value of ['a', 'b', 'c']) {
      leader.asks(value);
      leader.rounds(2, []);
    }
    agreesSoon(leader);
  };

/** The follower has done what it was told, and the leader does not hear of it. */
const answersAreLost =
  (manner: Manner): Act =>
  (cast) => {
    const leader = against(cast, own, manner);
    agreesSoon(leader);
    for (const value of ['a', 'b']) {
      leader.asks(value);
      leader.heartbeat();
      for (const message of leader.taken('n2')) leader.peer('n2').answer(message);
    }
    leader.asks('c');
    agreesSoon(leader);
  };

/** Ten copies of it, after all is well. */
const aRefusalComesAgain: Act = (cast) => {
  const leader = against(cast, [1, 1, 1, 2], {});
  const refusal = no(leader);
  agreesSoon(leader);
  for (let copies = 0; copies < 10; copies++) leader.reply('n2', refusal);
  leader.asks('a');
  agreesSoon(leader);
  for (let copies = 0; copies < 10; copies++) leader.reply('n2', refusal);
  leader.asks('b');
  agreesSoon(leader);
  for (let copies = 0; copies < 10; copies++) leader.reply('n2', refusal);
  leader.rounds(3);
  leader.rests();
};

/** There is nothing before the first entry: no refusal leads further back. */
const refusalsOfAnEmptyLog: Act = (cast) => {
  const leader = against(cast, [], {});
  for (let copies = 0; copies < 3 * own.length; copies++) leader.reply('n2', no(leader));
  agreesSoon(leader);
};

const answersTheWrongWayRound: Act = (cast) => {
  const leader = against(cast, [1], {});
  agreesSoon(leader);
  const answers: AppendEntriesReply[] = [];
  for (const value of ['a', 'b', 'c']) {
    leader.asks(value);
    leader.heartbeat();
    for (const message of leader.taken('n2')) answers.push(leader.peer('n2').answer(message));
  }
  for (const answer of answers.toReversed()) leader.reply('n2', answer);
  leader.asks('d');
  agreesSoon(leader);
};

/** It tells of a log that the follower had then. */
const anAnswerOfAnOlderTerm: Act = (cast) => {
  const leader = against(cast, [1, 1], {});
  const old = { kind: 'AppendEntriesReply', term: 4, success: true, matchIndex: own.length } as const;
  leader.reply('n2', old);
  agreesSoon(leader);
  leader.reply('n2', { ...old, success: false, matchIndex: 0 });
  leader.asks('a');
  agreesSoon(leader);
};

const takesALittleAtATime: Act = (cast) => {
  const leader = against(cast, [1], { most: 2 });
  for (const value of ['a', 'b', 'c', 'd', 'e']) leader.asks(value);
  agreesSoon(leader);
};

/** A follower that nobody reaches keeps nobody else waiting, and is brought up to date when it is back. */
const oneIsAway: Act = (cast) => {
  const node = cast.leader(cluster(3), { term: 6, log: logOf(own) });
  const peers = [new Peer('n2', logOf([1, 1])), new Peer('n3', logOf([1, 2]))];
  const leader = new WatchedLeader(node, peers, 'messages');
  for (let i = 0; i < 40; i++) {
    leader.asks(`${i}`);
    leader.round(['n2']);
  }
  leader.bringsUpToDate(['n2'], 'and n3 is away');
  // However long that takes: it retries indefinitely.
  leader.rounds(30, ['n2']);
  agreesSoon(leader);
};

/** Two leaders of two clusters in one process: what a follower of one has acknowledged is nothing to the other. */
const sideBySide: Act = (cast) => {
  const leaders = [
    ['n1', 'n2', 'n3'],
    ['n3', 'n2', 'n1'],
  ].map((names, i) => {
    const log = logOf(own.slice(0, 7 - 5 * i));
    const node = cast.leader(names, { term: 6, log });
    return new WatchedLeader(
      node,
      node.peers.map((peer) => new Peer(peer, log)),
      'messages',
    );
  });
  for (const leader of leaders) {
    leader.asks('a');
    agreesSoon(leader);
    leader.rounds(2);
  }
  for (const leader of leaders) leader.rests();
};

function against(cast: Cast, log: readonly Term[], manner: Manner): WatchedLeader {
  const node = cast.leader(cluster(2), { term: 6, log: logOf(own) });
  return new WatchedLeader(node, [new Peer('n2', logOf(log), manner)], 'messages');
}

/** What its follower would say to a message that does not fit. */
const no = ({ node }: WatchedLeader): AppendEntriesReply => ({
  kind: 'AppendEntriesReply',
  term: node.state.currentTerm,
  success: false,
  matchIndex: 0,
});

const agreesSoon = (leader: WatchedLeader): void => leader.bringsUpToDate(leader.node.peers);
