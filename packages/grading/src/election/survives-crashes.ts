/** §5.1, Figure 2 "Persistent state": what a node has said before a crash binds it afterwards. */
import type { Election } from '@weekend/raft';
import { heartbeat, heartbeatRefused, requestVote } from '../raft/messages.ts';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { type Act, type Node, playAll, stands } from './cast.ts';
import { manyElections } from './many-elections.ts';
import { saysNo, saysYes } from './polling.ts';

export const survivesCrashes: Milestone<Election> = {
  id: 'survives-crashes',
  title: 'A crash changes neither the term nor the vote',
  points: 10,
  rule: 'Figure 2, Persistent state on all servers (§5.1, §5.2)',
  hint: 'After a crash a node has what it saved and nothing else. Take each message that your node sends: what did it promise by it, and would it still know?',
  prove: (stage, dice) =>
    playAll(
      stage,
      ['onNewerTerm', 'onElectionTimeout', 'onRequestVote', 'onLeaderHeard'],
      [
        theVoteForAnother,
        theVoteForItself,
        theTermOfAnAnswer,
        theVoteOfAnOlderTerm,
        standsInANewTerm,
        ...manyElections(dice, { crashes: true }),
      ],
    ),
};

const three = ['n1', 'n2', 'n3'];

const theVoteForAnother: Act = (cast) => {
  const n1 = cast.follower(three, { term: 4 });
  saysYes(n1, requestVote(5, 'n2'));
  n1.crashes();
  saysNo(n1, requestVote(5, 'n3'), 'n1 voted for n2 in this term, before it crashed');
  saysYes(n1, requestVote(5, 'n2'));
};

const theVoteForItself: Act = (cast) => {
  const n1 = cast.candidate(three, { term: 4 });
  const { currentTerm } = n1.state;
  n1.crashes();
  saysNo(n1, requestVote(currentTerm, 'n2'), 'n1 voted for itself in this term, before it crashed');
};

/** It has answered the leader of term 5, so it must not serve one of term 4. */
const theTermOfAnAnswer: Act = (cast) => {
  const n1 = cast.follower(three, { term: 4 });
  n1.hears('n3', heartbeat(5, 'n3'));
  n1.crashes();
  isStillIn(n1, 5);
  saysNo(n1, requestVote(4, 'n2'));
};

/** The vote was for term 4: in term 5, of which it learnt before the crash, it has none. */
const theVoteOfAnOlderTerm: Act = (cast) => {
  const n1 = cast.follower(three, { term: 3 });
  saysYes(n1, requestVote(4, 'n2'));
  n1.hears('n2', heartbeatRefused(5));
  n1.crashes();
  saysYes(n1, requestVote(5, 'n3'));
  n1.crashes();
  saysNo(n1, requestVote(5, 'n2'), 'n1 voted for n3 in this term, before it crashed');
};

const standsInANewTerm: Act = (cast) => {
  const n1 = cast.candidate(three, { term: 4 });
  const { currentTerm } = n1.state;
  n1.crashes();
  isStillIn(n1, currentTerm);
  stands(n1);
};

function isStillIn({ me, state }: Node, term: number): void {
  insist(
    state.currentTerm === term,
    `${me} has spoken in term ${term}, crashed, and is in term ${state.currentTerm} now; wanted term ${term}`,
  );
}
