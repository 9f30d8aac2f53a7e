/** §5.2: what a leader's message means: to a candidate that it has lost, to everybody whom to follow. */
import type { Election } from '@weekend/raft';
import { heartbeat, requestVote, vote } from '../raft/messages.ts';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { type Act, isLeader, type Node, playAll, standing, wins } from './cast.ts';
import { handlers, names } from './node.ts';
import { saysNo, saysYes } from './polling.ts';

export const yieldsToTheLeader: Milestone<Election> = {
  id: 'yields-to-the-leader',
  title: 'Everybody follows the leader of the current term',
  points: 10,
  rule: 'Figure 2, Rules for Candidates: AppendEntries from a new leader (§5.2)',
  hint: 'A candidate hears a leader of its own term. Could they both win it? And when the leader’s term is an older one: who of the two has to give way?',
  prove: (stage) =>
    playAll(stage, handlers, [
      aFollower,
      aCandidateInTheSameTerm,
      aCandidateWithSomeVotes,
      aCandidateInAnOlderTerm,
      aCandidateWhoseTermIsNewer,
      aLeaderWhoseTermIsNewer,
      aFollowerWhoseTermIsNewer,
      aVoterHasHeardNobody,
      theVoteStays,
      itsCandidateHasLost('n2', 'n3'),
      itsCandidateHasLost('n3', 'n2'),
      aCandidateWithALaterName,
      amongOddNames,
      sideBySide,
    ]),
};

const three = ['n1', 'n2', 'n3'];

const aCandidateInTheSameTerm: Act = (cast) => {
  const n1 = cast.candidate(three, { term: 3 });
  const { currentTerm } = n1.state;
  n1.hears('n2', heartbeat(currentTerm, 'n2'));
  follows(n1, 'n2', currentTerm);
};

/** However near it came: somebody else has the majority. */
const aCandidateWithSomeVotes: Act = (cast) => {
  const n1 = cast.candidate(names(7), { term: 3 });
  const { currentTerm } = n1.state;
  n1.hears('n2', vote(currentTerm));
  n1.hears('n3', vote(currentTerm));
  n1.hears('n4', heartbeat(currentTerm, 'n4'));
  follows(n1, 'n4', currentTerm);
};

const aCandidateInAnOlderTerm: Act = (cast) => {
  const n1 = cast.candidate(three, { term: 3 });
  const newer = n1.state.currentTerm + 1;
  n1.hears('n3', heartbeat(newer, 'n3'));
  follows(n1, 'n3', newer);
};

/** A leader from before, cut off for a while. The candidate goes on and may win. */
const aCandidateWhoseTermIsNewer: Act = (cast) => {
  const n1 = cast.candidate(three, { term: 3 });
  const { currentTerm } = n1.state;
  n1.hears('n2', heartbeat(currentTerm - 1, 'n2'));
  insist(
    n1.state.role.kind === 'candidate' && n1.state.currentTerm === currentTerm,
    `n1, a candidate of term ${currentTerm}, heard from a leader of term ${currentTerm - 1} and is ${standing(n1.state)}; wanted it to stay a candidate`,
  );
  wins(n1);
};

const aLeaderWhoseTermIsNewer: Act = (cast) => {
  const n1 = cast.leader(three, { term: 3 });
  const { currentTerm } = n1.state;
  n1.hears('n2', heartbeat(currentTerm - 1, 'n2'));
  insist(
    isLeader(n1) && n1.state.currentTerm === currentTerm,
    `n1, which led term ${currentTerm}, heard from a leader of term ${currentTerm - 1} and is ${standing(n1.state)}; wanted it to lead on`,
  );
};

const aFollower: Act = (cast) => {
  const n1 = cast.follower(three, { term: 5 });
  n1.hears('n2', heartbeat(5, 'n2'));
  follows(n1, 'n2', 5);
  n1.hears('n2', heartbeat(5, 'n2'));
  follows(n1, 'n2', 5);
  n1.hears('n3', heartbeat(6, 'n3'));
  follows(n1, 'n3', 6);
};

const aFollowerWhoseTermIsNewer: Act = (cast) => {
  const n1 = cast.follower(three, { term: 5 });
  n1.hears('n2', heartbeat(5, 'n2'));
  n1.hears('n3', heartbeat(4, 'n3'));
  follows(n1, 'n2', 5);
};

/** However the two names are ordered: the candidate that it has voted for has lost. */
const itsCandidateHasLost =
  (loser: string, winner: string): Act =>
  (cast) => {
    const n1 = cast.follower(three, { term: 4 });
    saysYes(n1, requestVote(5, loser));
    n1.hears(winner, heartbeat(5, winner));
    follows(n1, winner, 5);
  };

const aCandidateWithALaterName: Act = (cast) => {
  const n3 = cast.candidate(['n3', 'n2', 'n1'], { term: 3 });
  const { currentTerm } = n3.state;
  n3.hears('n1', heartbeat(currentTerm, 'n1'));
  follows(n3, 'n1', currentTerm);
};

/** Neither its candidate nor a leader of a term that is over leads this term. Clients would be sent there. */
const aVoterHasHeardNobody: Act = (cast) => {
  const n1 = cast.follower(three, { term: 4 });
  saysYes(n1, requestVote(5, 'n2'));
  followsNobody(n1, 'has voted for n2 in term 5');
  n1.hears('n3', heartbeat(4, 'n3'));
  followsNobody(n1, 'has heard from n3, the leader of term 4, in term 5');
};

/** The winner’s first heartbeat comes, and after it the loser’s request, late. The vote of this term is given. */
const theVoteStays: Act = (cast) => {
  const n1 = cast.follower(three, { term: 4 });
  saysYes(n1, requestVote(5, 'n2'));
  n1.hears('n2', heartbeat(5, 'n2'));
  saysNo(n1, requestVote(5, 'n3'));
  n1.hears('n2', heartbeat(5, 'n2'));
  saysNo(n1, requestVote(5, 'n3'));
};

const amongOddNames: Act = (cast) => {
  const zero = cast.candidate(['0', '1', '10'], { term: 3 });
  const { currentTerm } = zero.state;
  zero.hears('10', heartbeat(currentTerm, '10'));
  follows(zero, '10', currentTerm);
  const ten = cast.follower(['10', '0', '1'], { term: 3 });
  ten.hears('0', heartbeat(4, '0'));
  follows(ten, '0', 4);
};

/** Two followers in one process, as in a simulation. */
const sideBySide: Act = (cast) => {
  const n1 = cast.follower(['n1', 'n2', 'n3', 'n4'], { term: 3 });
  const n2 = cast.follower(['n2', 'n1', 'n3', 'n4'], { term: 3 });
  n1.hears('n3', heartbeat(3, 'n3'));
  n2.hears('n4', heartbeat(4, 'n4'));
  follows(n1, 'n3', 3);
  follows(n2, 'n4', 4);
};

function followsNobody({ me, state: { role } }: Node, what: string): void {
  const leader = role.kind === 'follower' ? role.leader : null;
  insist(
    leader === null,
    `${me} ${what}, and takes ${leader} for the leader; wanted null: it has heard of no leader of term 5`,
  );
}

function follows({ me, state }: Node, leader: string, term: number): void {
  insist(
    state.role.kind === 'follower' && state.currentTerm === term,
    `${me} has heard from ${leader}, the leader of term ${term}, and is ${standing(state)}; wanted a follower of term ${term}`,
  );
  insist(
    state.role.leader === leader,
    `${me} has heard from ${leader}, the leader of term ${term}, and takes ${state.role.leader ?? 'nobody'} for the leader; wanted ${leader}`,
  );
}
