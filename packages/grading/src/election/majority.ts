/** §5.2: a candidate leads once a majority of the whole cluster has voted for it in this term, and then it leads once. */
import type { Election } from '@weekend/raft';
import { heartbeatRefused, ofKind, refusal, requestVote, vote } from '../raft/messages.ts';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { type Act, isLeader, type Node, playAll, standing, stands } from './cast.ts';
import { names } from './node.ts';
import { saysNo } from './polling.ts';

export const majority: Milestone<Election> = {
  id: 'majority',
  title: 'A majority of the cluster makes a leader, once',
  points: 15,
  rule: 'Figure 2, Rules for Candidates: votes from a majority of servers (§5.2)',
  hint: 'Count by hand in clusters of 1, 2, 3, 4 and 5. Then ask of each answer that comes in: to which term does it belong, and has this voter been counted?',
  prove: (stage) =>
    playAll(
      stage,
      ['onNewerTerm', 'onElectionTimeout', 'onRequestVote', 'onRequestVoteReply'],
      [
        ...sizes.map(neitherMoreNorLess),
        ...sizes.map(refusalsDoNotCount),
        ...sizes.slice(3).map(aVoterCountsOnce),
        ...sizes.slice(5).map(alsoByTurns),
        aloneWithALog,
        ...sizes.slice(2).map(everyTermAnew),
        ...sizes.slice(3).map(theSameVotersAgain),
        ...oddNames.map(amongOddNames),
        aNoIsAnAnswer,
        answersOfAnOlderTerm,
        answersToAFollower,
        aGrantFromANewerTerm,
        everybodyHearsOfIt,
        onlyOnce,
        aLeaderKeepsItsVote,
        sideBySide,
      ],
    ),
};

/** 1, 2 and 4 are where the usual slips show. */
const sizes = [1, 2, 3, 4, 5, 6, 7];

const neitherMoreNorLess =
  (size: number): Act =>
  (cast) => {
    const n1 = cast.candidate(names(size), { term: 3 });
    const { currentTerm } = n1.state;
    leadsExactlyWith(n1, 1, size);
    n1.peers.forEach((peer, i) => {
      n1.hears(peer, vote(currentTerm));
      leadsExactlyWith(n1, i + 2, size);
    });
  };

const refusalsDoNotCount =
  (size: number): Act =>
  (cast) => {
    const n1 = cast.candidate(names(size), { term: 3 });
    const { currentTerm } = n1.state;
    const others = size - 1;
    // As many refuse as may, and the candidate still wins.
    const against = Math.floor(others / 2);
    for (const peer of n1.peers.slice(0, against)) {
      n1.hears(peer, refusal(currentTerm));
      leadsExactlyWith(n1, 1, size);
    }
    n1.peers.slice(against).forEach((peer, i) => {
      n1.hears(peer, vote(currentTerm));
      leadsExactlyWith(n1, i + 2, size);
    });
  };

/** A message may come twice, or five times. */
const aVoterCountsOnce =
  (size: number): Act =>
  (cast) => {
    const n1 = cast.candidate(names(size), { term: 3 });
    const { currentTerm } = n1.state;
    for (let copies = 0; copies < 5; copies++) {
      n1.hears('n2', vote(currentTerm));
      leadsExactlyWith(n1, 2, size);
    }
    n1.peers.slice(1).forEach((peer, i) => {
      n1.hears(peer, vote(currentTerm));
      n1.hears(peer, vote(currentTerm));
      leadsExactlyWith(n1, i + 3, size);
    });
  };

/** First one, then another, then the first again. */
const alsoByTurns =
  (size: number): Act =>
  (cast) => {
    const n1 = cast.candidate(names(size), { term: 3 });
    for (const peer of ['n2', 'n3', 'n2', 'n3', 'n2']) n1.hears(peer, vote(n1.state.currentTerm));
    leadsExactlyWith(n1, 3, size);
  };

/** A vote is for one term. Who stands again begins with its own. */
const everyTermAnew =
  (size: number): Act =>
  (cast) => {
    const n1 = cast.candidate(names(size), { term: 3 });
    const oneShort = Math.floor(size / 2) - 1;
    for (let election = 0; election < 3; election++) {
      leadsExactlyWith(n1, 1, size);
      for (const peer of n1.peers.slice(0, oneShort)) n1.hears(peer, vote(n1.state.currentTerm));
      leadsExactlyWith(n1, 1 + oneShort, size);
      stands(n1);
    }
    n1.peers.toReversed().forEach((peer, i) => {
      n1.hears(peer, vote(n1.state.currentTerm));
      leadsExactlyWith(n1, i + 2, size);
    });
  };

/** Who has voted for it in vain may do so again, and counts again. */
const theSameVotersAgain =
  (size: number): Act =>
  (cast) => {
    const n1 = cast.candidate(names(size), { term: 3 });
    for (const peer of n1.peers.slice(0, Math.floor(size / 2) - 1)) n1.hears(peer, vote(n1.state.currentTerm));
    stands(n1);
    n1.peers.forEach((peer, i) => {
      n1.hears(peer, vote(n1.state.currentTerm));
      leadsExactlyWith(n1, i + 2, size);
    });
  };

/** A cluster of one that has led before. */
const aloneWithALog: Act = (cast) => {
  const n1 = cast.candidate(['n1'], { term: 3, votedFor: 'n1', log: [1, 3] });
  leadsExactlyWith(n1, 1, 1);
};

const oddNames = [
  ['1', '10', '2', '3'],
  ['10', '1', '3', '2'],
];

/** A name may be the beginning of another. */
const amongOddNames =
  (voters: readonly string[]): Act =>
  (cast) => {
    const zero = cast.candidate(['0', '10', '2', '1', '3']);
    const { currentTerm } = zero.state;
    for (const [i, peer] of voters.entries()) {
      zero.hears(peer, vote(currentTerm));
      zero.hears(peer, vote(currentTerm));
      leadsExactlyWith(zero, i + 2, 5);
    }
  };

/** Whoever asks again because of an answer is answered again, and so on, as fast as the network goes. */
const aNoIsAnAnswer: Act = (cast) => {
  const n1 = cast.candidate(names(5), { term: 3 });
  const { currentTerm } = n1.state;
  let asked = 0;
  for (let answers = 0; answers < 20; answers++) {
    n1.hears('n2', refusal(currentTerm));
    asked += ofKind('RequestVote', n1.sent).length;
  }
  insist(
    asked < 20,
    `n1 stood in term ${currentTerm}, was refused 20 times, and has asked ${asked} times more at once; wanted it to wait: each request brings another answer`,
  );
};

/** Sent in time, and overtaken by the candidate's own next election. */
const answersOfAnOlderTerm: Act = (cast) => {
  const n1 = cast.candidate(names(3), { term: 3 });
  const old = n1.state.currentTerm;
  stands(n1);
  n1.hears('n2', vote(old));
  n1.hears('n3', vote(old));
  leadsExactlyWith(n1, 1, 3);
  n1.hears('n3', refusal(old));
  n1.hears('n2', vote(n1.state.currentTerm));
  leadsExactlyWith(n1, 2, 3);
};

const answersToAFollower: Act = (cast) => {
  const n1 = cast.candidate(names(3), { term: 3 });
  const old = n1.state.currentTerm;
  n1.hears('n2', heartbeatRefused(old + 1));
  n1.hears('n2', vote(old));
  n1.hears('n3', vote(old));
  insist(
    n1.state.role.kind === 'follower' && n1.state.currentTerm === old + 1,
    `n1 has given up its election of term ${old}, late votes for it came, and n1 is ${standing(n1.state)}; wanted a follower of term ${old + 1}`,
  );
};

/** Nobody votes for a term in which nobody stands: such an answer only tells of the term. */
const aGrantFromANewerTerm: Act = (cast) => {
  const n1 = cast.candidate(names(3), { term: 3 });
  const newer = n1.state.currentTerm + 2;
  n1.hears('n2', vote(newer));
  insist(
    n1.state.role.kind === 'follower' && n1.state.currentTerm === newer,
    `n1 stood for an older term, heard of term ${newer}, and is ${standing(n1.state)}; wanted a follower of term ${newer}`,
  );
};

/** §5.2: a winner's heartbeats keep others from standing. `raftNode` sends them when it sees a new leader in the state. */
const everybodyHearsOfIt: Act = (cast) => {
  const n1 = cast.candidate(names(5), { term: 3 });
  n1.hears('n2', vote(n1.state.currentTerm));
  n1.hears('n3', vote(n1.state.currentTerm));
  const told = ofKind('AppendEntries', n1.sent).map(({ to }) => to);
  for (const peer of n1.peers)
    insist(
      told.includes(peer),
      `n1 has won and its first heartbeats went to ${told.join(', ') || 'nobody'}; wanted them to go to all: raftNode sends them when state.role is a new object of kind leader`,
    );
};

const onlyOnce: Act = (cast) => {
  const n1 = cast.leader(names(5), { term: 3 });
  const { currentTerm } = n1.state;
  for (const peer of ['n4', 'n5', 'n2', 'n3', 'n3']) {
    n1.hears(peer, vote(currentTerm));
    const told = ofKind('AppendEntries', n1.sent).length + ofKind('RequestVote', n1.sent).length;
    insist(
      told === 0,
      `n1 leads already, one more vote came, and it has sent ${told} messages about it; wanted nothing to happen`,
    );
  }
  n1.hears('n4', refusal(currentTerm));
  insist(
    isLeader(n1) && n1.state.currentTerm === currentTerm,
    `n1 led term ${currentTerm}, late answers came, and it is ${standing(n1.state)}; wanted it to lead on`,
  );
};

const aLeaderKeepsItsVote: Act = (cast) => {
  const n1 = cast.leader(names(3), { term: 3 });
  const { currentTerm } = n1.state;
  saysNo(n1, requestVote(currentTerm, 'n3'));
  insist(
    isLeader(n1) && n1.state.currentTerm === currentTerm,
    `n1 led term ${currentTerm}, was asked for its vote in that term, and is ${standing(n1.state)}; wanted it to lead on`,
  );
};

/** Two candidates in one process, as in a simulation. */
const sideBySide: Act = (cast) => {
  const n1 = cast.candidate(['n1', 'n2', 'n3', 'n4', 'n5']);
  const n5 = cast.candidate(['n5', 'n1', 'n2', 'n3', 'n4']);
  n1.hears('n2', vote(n1.state.currentTerm));
  n5.hears('n4', vote(n5.state.currentTerm));
  leadsExactlyWith(n1, 2, 5);
  leadsExactlyWith(n5, 2, 5);
};

function leadsExactlyWith(node: Node, votes: number, size: number): void {
  const needed = Math.floor(size / 2) + 1;
  const { state } = node;
  const has = `${node.me} has ${votes} of ${size} votes in its term, its own among them, and is ${standing(state)}`;
  if (votes >= needed) insist(isLeader(node), `${has}; wanted a leader: ${needed} are a majority`);
  else insist(!isLeader(node), `${has}; wanted no leader yet: ${needed} are a majority`);
}
