/** Asks a node for its vote, and says what the answer has to be. That silence refuses as well is left to the node. */
import { lastIndex, lastTerm, type RequestVote, type State } from '@weekend/raft';
import { ofKind } from '../raft/messages.ts';
import { insist } from '../refuted.ts';
import type { Node } from './cast.ts';

/** It says yes. */
export function saysYes(node: Node, request: RequestVote): void {
  const because = whyYes(node, request);
  const answers = asks(node, request);
  insist(
    answers.some(({ voteGranted }) => voteGranted === true),
    `${node.me} has ${answers.length > 0 ? 'refused' : 'not answered'} ${described(request)}; wanted its vote: ${because}`,
  );
}

/** It does not say yes. `because`: where what the node knows by now does not show it. */
export function saysNo(node: Node, request: RequestVote, because = whyNot(node, request)): void {
  const answers = asks(node, request);
  insist(
    !answers.some(({ voteGranted }) => voteGranted),
    `${node.me} has given its vote to ${described(request)}; wanted a refusal: ${because}`,
  );
}

/** It says yes, and means it: the answer is right in all parts, and the disk knows of it. */
export function grants(node: Node, request: RequestVote): void {
  const { term, candidateId } = request;
  saysYes(node, request);
  answersTruly(node, request);
  const { me, disk } = node;
  insist(
    disk.currentTerm === term && disk.votedFor === candidateId,
    `${me} has promised ${candidateId} its vote in term ${term} and its disk says: term ${disk.currentTerm}, vote for ${disk.votedFor}; wanted the vote saved before the answer is sent`,
  );
}

/** It says no, if it says anything, and its vote stays as it was. */
export function refuses(node: Node, request: RequestVote): void {
  const { votedFor } = node.disk;
  saysNo(node, request);
  answersTruly(node, request);
  insist(
    node.disk.votedFor !== request.candidateId || votedFor === request.candidateId,
    `${node.me} has refused ${request.candidateId} and its disk says that it voted for ${request.candidateId}; wanted the vote left free`,
  );
}

function asks(node: Node, request: RequestVote) {
  node.hears(request.candidateId, request);
  return ofKind('RequestVoteReply', node.sent).map(({ message }) => message);
}

/** Whatever the answer says, it goes to who asked, and it is of the node's term, which is on the disk by then. */
function answersTruly(node: Node, { candidateId }: RequestVote): void {
  const { me, state, disk } = node;
  const answers = new Set(ofKind('RequestVoteReply', node.sent).map(({ message }) => message.voteGranted));
  insist(
    answers.size < 2,
    `${me} was asked for its vote once by ${candidateId} and has answered both yes and no; wanted one answer`,
  );
  for (const { to, message } of ofKind('RequestVoteReply', node.sent)) {
    insist(
      to === candidateId,
      `${me} was asked for its vote by ${candidateId} and has answered ${to}; wanted ${candidateId}`,
    );
    insist(
      message.term === state.currentTerm,
      `${me} has answered ${candidateId} with term ${message.term}; wanted its own current term, ${state.currentTerm}`,
    );
    insist(
      disk.currentTerm === message.term,
      `${me} has answered in term ${message.term} and its disk says term ${disk.currentTerm}; wanted the term saved before the answer is sent`,
    );
  }
}

const described = ({ term, candidateId }: RequestVote): string => `${candidateId}, who asks in term ${term}`;

function whyYes({ me, state }: Node, request: RequestVote): string {
  const { term, candidateId } = request;
  const logs = state.log.length > 0 || request.lastLogIndex === 0 ? `, and ${comparison(state, request)}` : '';
  if (term > state.currentTerm) return `the term is new, and so is the vote of ${me}${logs}`;
  if (state.votedFor === candidateId) return `${me} has voted for ${candidateId} in this term already`;
  return `${me} has voted for nobody in this term${logs}`;
}

function whyNot({ me, state }: Node, request: RequestVote): string {
  const { term, candidateId } = request;
  if (term < state.currentTerm) return `${me} is in term ${state.currentTerm}, and term ${term} is over`;
  const vote = term === state.currentTerm && state.votedFor;
  if (vote && vote !== candidateId) return `${me} has voted for ${vote} in this term`;
  return comparison(state, request);
}

function comparison({ me, log }: State, { candidateId, lastLogIndex, lastLogTerm }: RequestVote): string {
  const ends = [endOf(lastLogIndex, lastLogTerm), endOf(lastIndex(log), lastTerm(log))];
  return `the log of ${candidateId} ${ends[0]}, that of ${me} ${ends[1]}`;
}

const endOf = (index: number, term: number): string =>
  index === 0 ? 'is empty' : `ends at index ${index} with term ${term}`;
