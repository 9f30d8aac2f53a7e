/** §5.2, Figure 2 "Candidates": a node that has heard of no leader for too long asks everybody for a vote. */
import type { Election } from '@weekend/raft';
import { emptyLog, type LogEnd, ofKind } from '../raft/messages.ts';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { type Act, type Node, playAll, standing, stands } from './cast.ts';
import { logOf, names } from './node.ts';

export const standForElection: Milestone<Election> = {
  id: 'stand-for-election',
  title: 'A node whose timer fires stands for a new term',
  points: 10,
  rule: 'Figure 2, Rules for Candidates: on conversion to candidate (§5.2)',
  hint: 'Figure 2 gives four steps for "on conversion to candidate". Which of them does the disk have to know, and which does each of the other servers have to hear?',
  prove: (stage) =>
    playAll(
      stage,
      ['onElectionTimeout'],
      [withAnEmptyLog, withALog, amongMany, amongOddNames, again, withALongerLog, sideBySide],
    ),
};

const five = ['n1', 'n2', 'n3', 'n4', 'n5'];

const withAnEmptyLog: Act = (cast) => {
  const n1 = cast.follower(['n1', 'n2', 'n3']);
  stands(n1);
  asksForVotes(n1, 0, emptyLog);
};

const withALog: Act = (cast) => {
  const n3 = cast.follower(['n3', 'n1', 'n2', 'n4', 'n5'], { term: 6, votedFor: 'n2', log: [1, 1, 4, 4] });
  stands(n3);
  asksForVotes(n3, 6, { lastLogIndex: 4, lastLogTerm: 4 });
};

const amongMany: Act = (cast) => {
  const n1 = cast.follower(names(9), { term: 3 });
  stands(n1);
  asksForVotes(n1, 3, emptyLog);
};

/** A name is a name: it may look like a number, and `10` may come before `2`. */
const amongOddNames: Act = (cast) => {
  const zero = cast.follower(['0', '10', '2', '1'], { term: 1, log: [1] });
  stands(zero);
  asksForVotes(zero, 1, { lastLogIndex: 1, lastLogTerm: 1 });
};

/** §5.2: a candidate that neither wins nor loses stands again. */
const again: Act = (cast) => {
  const n1 = cast.follower(five, { term: 2, log: [1, 2] });
  for (let election = 0; election < 12; election++) {
    const before = n1.state.currentTerm;
    stands(n1);
    asksForVotes(n1, before, { lastLogIndex: 2, lastLogTerm: 2 });
  }
};

/** It has stood before, followed a leader since, and got an entry from it. */
const withALongerLog: Act = (cast) => {
  const n1 = cast.follower(five, { term: 2, log: [1, 2] });
  stands(n1);
  const before = n1.state.currentTerm;
  n1.state.log.push(...logOf([before]));
  stands(n1);
  asksForVotes(n1, before, { lastLogIndex: 3, lastLogTerm: before });
};

/** Two candidates in one process, as in a simulation. */
const sideBySide: Act = (cast) => {
  const n1 = cast.follower(['n1', 'n2', 'n3']);
  const n3 = cast.follower(['n3', 'n1', 'n2']);
  for (const node of [n1, n3, n1]) stands(node);
  for (const node of [n1, n3]) votesForItself(node);
};

function asksForVotes(node: Node, oldTerm: number, end: LogEnd): void {
  const { me, peers, state, disk } = node;
  const { currentTerm } = state;
  insist(
    currentTerm > oldTerm,
    `${me} stands for election in term ${currentTerm}, after term ${oldTerm}; wanted a newer term`,
  );
  insist(
    state.role.kind === 'candidate',
    `${me} has no vote but its own and is ${standing(state)}; wanted a candidate`,
  );
  votesForItself(node);
  insist(
    disk.currentTerm === currentTerm && disk.votedFor === me,
    `${me} stands in term ${currentTerm} and its disk says: term ${disk.currentTerm}, vote for ${disk.votedFor}; wanted the new term and its own vote saved`,
  );
  const asked = ofKind('RequestVote', node.sent);
  for (const peer of peers)
    insist(
      asked.some(({ to }) => to === peer),
      `${me} stands in term ${currentTerm} and has asked ${[...new Set(asked.map(({ to }) => to))].join(', ') || 'nobody'} for a vote; wanted ${peers.join(', ')}`,
    );
  for (const { to, message } of asked) {
    insist(to !== me, `${me} has sent a RequestVote to itself; wanted one to each of the others`);
    const wanted = { term: currentTerm, candidateId: me, ...end };
    for (const field of ['term', 'candidateId', 'lastLogIndex', 'lastLogTerm'] as const)
      insist(
        message[field] === wanted[field],
        `the RequestVote of ${me} to ${to} has ${field} ${message[field]}; wanted ${wanted[field]}`,
      );
  }
  insist(
    node.timers.has('election'),
    `${me} is a candidate and its election timer does not run; wanted it to, for the case that nobody wins`,
  );
}

function votesForItself({ me, state }: Node): void {
  insist(
    state.votedFor === me,
    `${me} stands in term ${state.currentTerm} and its votedFor is ${state.votedFor}; wanted ${me}: a candidate votes for itself`,
  );
}
