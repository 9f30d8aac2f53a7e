/** Messages as one writes them in a scene: only what matters there. */
import type {
  AppendEntries,
  AppendEntriesReply,
  Message,
  PreVote,
  PreVoteReply,
  RequestVote,
  RequestVoteReply,
} from '@weekend/raft';

/** The last entry of a candidate's log. */
export interface LogEnd {
  lastLogIndex: number;
  lastLogTerm: number;
}

export const emptyLog: LogEnd = { lastLogIndex: 0, lastLogTerm: 0 };

/** Where a scene is not about logs, a candidate has the better one, so that it can't be refused for it. */
const oneEntry: LogEnd = { lastLogIndex: 1, lastLogTerm: 1 };

export const requestVote = (
  term: number,
  candidateId: string,
  { lastLogIndex, lastLogTerm } = oneEntry,
): RequestVote => ({
  kind: 'RequestVote',
  term,
  candidateId,
  lastLogIndex,
  lastLogTerm,
});

export const vote = (term: number): RequestVoteReply => ({ kind: 'RequestVoteReply', term, voteGranted: true });

export const refusal = (term: number): RequestVoteReply => ({ kind: 'RequestVoteReply', term, voteGranted: false });

export const preVote = (term: number, candidateId: string, { lastLogIndex, lastLogTerm } = emptyLog): PreVote => ({
  kind: 'PreVote',
  term,
  candidateId,
  lastLogIndex,
  lastLogTerm,
});

export const preVoteReply = (term: number, voteGranted: boolean): PreVoteReply => ({
  kind: 'PreVoteReply',
  term,
  voteGranted,
});

export const heartbeat = (term: number, leaderId: string): AppendEntries => ({
  kind: 'AppendEntries',
  term,
  leaderId,
  prevLogIndex: 0,
  prevLogTerm: 0,
  entries: [],
  leaderCommit: 0,
});

/** What a follower of a newer term answers to a leader of an older one: the plainest way to learn of a term. */
export const heartbeatRefused = (term: number): AppendEntriesReply => ({
  kind: 'AppendEntriesReply',
  term,
  success: false,
  matchIndex: 0,
});

/** The messages of one kind. */
export function ofKind<Kind extends Message['kind']>(
  kind: Kind,
  sent: readonly { to: string; message: Message }[],
): { to: string; message: Extract<Message, { kind: Kind }> }[] {
  return sent.filter(
    (each): each is { to: string; message: Extract<Message, { kind: Kind }> } => each.message.kind === kind,
  );
}
