/** §5.2, Figure 2 "RequestVote RPC": one vote a term, to the first who asks, and it counts only once it is saved. */
import type { Election } from '@weekend/raft';
import { heartbeatRefused, requestVote } from '../raft/messages.ts';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { type Act, playAll } from './cast.ts';
import { manyElections } from './many-elections.ts';
import { grants, refuses } from './polling.ts';

export const oneVoteATerm: Milestone<Election> = {
  id: 'one-vote-a-term',
  title: 'One vote a term, to the first who asks',
  points: 15,
  rule: 'Figure 2, RequestVote RPC, receiver: one vote a term (§5.2)',
  hint: 'Your node may be asked twice in one term: by two candidates, or by one whose message came twice. Which state of Figure 2 tells the two cases apart, and for how long does it hold?',
  prove: (stage, dice) =>
    playAll(
      stage,
      ['onNewerTerm', 'onElectionTimeout', 'onRequestVote'],
      [
        theFirstWhoAsks,
        inATermThatItKnows,
        theSameAgain,
        nobodyFromAnOlderTerm,
        anewInANewTerm,
        amongOddNames,
        aCandidateForItself,
        ofTwo,
        aCandidateThatIsBehind,
        sideBySide,
        ...manyElections(dice),
      ],
    ),
};

const three = ['n1', 'n2', 'n3'];

const theFirstWhoAsks: Act = (cast) => {
  const n1 = cast.follower(three, { term: 4 });
  grants(n1, requestVote(5, 'n2'));
  refuses(n1, requestVote(5, 'n3'));
};

/** The term came by another way, with nobody's request. */
const inATermThatItKnows: Act = (cast) => {
  const n1 = cast.follower(three, { term: 4, votedFor: 'n1' });
  n1.hears('n2', heartbeatRefused(5));
  grants(n1, requestVote(5, 'n3'));
  refuses(n1, requestVote(5, 'n2'));
};

/** The answer may have been lost, or the request comes twice: the vote is still this candidate's. */
const theSameAgain: Act = (cast) => {
  const n1 = cast.follower(three, { term: 4 });
  grants(n1, requestVote(5, 'n2'));
  grants(n1, requestVote(5, 'n2'));
  refuses(n1, requestVote(5, 'n3'));
  grants(n1, requestVote(5, 'n2'));
};

const nobodyFromAnOlderTerm: Act = (cast) => {
  const free = cast.follower(three, { term: 5 });
  refuses(free, requestVote(4, 'n3'));
  refuses(free, requestVote(2, 'n3'));
  grants(free, requestVote(5, 'n2'));
  refuses(free, requestVote(4, 'n3'));
  refuses(free, requestVote(4, 'n2'));
};

const anewInANewTerm: Act = (cast) => {
  const n1 = cast.follower(three, { term: 4, votedFor: 'n3' });
  grants(n1, requestVote(5, 'n2'));
  grants(n1, requestVote(6, 'n3'));
  grants(n1, requestVote(9, 'n2'));
  refuses(n1, requestVote(6, 'n3'));
  refuses(n1, requestVote(9, 'n3'));
};

const amongOddNames: Act = (cast) => {
  const two = cast.follower(['2', '0', '1', '10'], { term: 1 });
  grants(two, requestVote(2, '10'));
  refuses(two, requestVote(2, '1'));
  refuses(two, requestVote(2, '0'));
  grants(two, requestVote(3, '0'));
  refuses(two, requestVote(3, '10'));
  refuses(two, requestVote(3, '1'));
  grants(two, requestVote(3, '0'));
  const small = cast.follower(['b', 'a', 'A'], { term: 1 });
  grants(small, requestVote(2, 'a'));
  refuses(small, requestVote(2, 'A'));
};

const aCandidateForItself: Act = (cast) => {
  const n1 = cast.candidate(three, { term: 4 });
  const { currentTerm } = n1.state;
  refuses(n1, requestVote(currentTerm, 'n2'));
  refuses(n1, requestVote(currentTerm, 'n3'));
};

/** In the smallest cluster that can disagree. */
const ofTwo: Act = (cast) => {
  const n1 = cast.candidate(['n1', 'n2'], { term: 4 });
  refuses(n1, requestVote(n1.state.currentTerm, 'n2'));
  const newer = n1.state.currentTerm + 1;
  grants(n1, requestVote(newer, 'n2'));
  grants(n1, requestVote(newer, 'n2'));
};

const aCandidateThatIsBehind: Act = (cast) => {
  const n1 = cast.candidate(three, { term: 4 });
  const newer = n1.state.currentTerm + 1;
  grants(n1, requestVote(newer, 'n2'));
  insist(n1.state.role.kind === 'follower', `n1 has voted for n2 and is a ${n1.state.role.kind}; wanted a follower`);
  refuses(n1, requestVote(newer, 'n3'));
};

/** Two voters in one process, as in a simulation. */
const sideBySide: Act = (cast) => {
  const n1 = cast.follower(['n1', 'n2', 'n3', 'n4'], { term: 4 });
  const n2 = cast.follower(['n2', 'n1', 'n3', 'n4'], { term: 4 });
  grants(n1, requestVote(5, 'n3'));
  grants(n2, requestVote(5, 'n4'));
  refuses(n1, requestVote(5, 'n4'));
  refuses(n2, requestVote(5, 'n3'));
};
