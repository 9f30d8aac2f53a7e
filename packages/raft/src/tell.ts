/** Raft's messages and nodes in a few words, for transcripts: `n1@1 -> n3 AppendEntries prev=4@1 [5@1]`. `@` is a term. */
import type { Answer, Ask, RequestId } from './client.ts';
import type { Message } from './messages.ts';
import type { Raft, State } from './state.ts';

export const tellRaft = {
  message: describe,

  /** Whose term a message speaks for, beside its sender. */
  stamp: (message: Message): string => ('term' in message ? `@${message.term}` : ''),

  node: (state: State): string => `${state.role.kind}@${state.currentTerm}`,

  timer: (timer: Raft['Timer']): string => (timer === 'election' ? 'timeout' : timer),

  /** What goes on while all is well. */
  isRoutine(event: { kind: 'message'; message: Message } | { kind: 'timer'; timer: Raft['Timer'] }): boolean {
    if (event.kind === 'timer') return event.timer === 'heartbeat';
    const { message } = event;
    const isHeartbeat = message.kind === 'AppendEntries' && message.entries.length === 0;
    return isHeartbeat || (message.kind === 'AppendEntriesReply' && message.success);
  },
};

function describe(message: Message): string {
  switch (message.kind) {
    case 'RequestVote':
    case 'PreVote':
      return `${message.kind} last=${message.lastLogIndex}@${message.lastLogTerm}`;
    case 'RequestVoteReply':
    case 'PreVoteReply':
      return `${message.kind} ${message.voteGranted ? 'granted' : 'refused'}`;
    case 'AppendEntries': {
      const first = message.prevLogIndex + 1;
      const entries = message.entries.map((entry, i) => `${first + i}@${entry.term}`).join(' ');
      return `AppendEntries prev=${message.prevLogIndex}@${message.prevLogTerm} [${entries}] commit=${message.leaderCommit}`;
    }
    case 'AppendEntriesReply':
      return `AppendEntriesReply ${message.success ? `match=${message.matchIndex}` : 'refused'}`;
    case 'ConfirmLeader':
    case 'ConfirmLeaderReply':
      return `${message.kind} round=${message.round}`;
    case 'Request':
      return `Request ${told(message.id)}${message.ask.kind} ${subject(message.ask)}`;
    case 'Reply':
      return `Reply ${told(message.id)}${outcome(message.answer)}`;
    default:
      // Somebody else's message, which only a script sends.
      return (message satisfies never as { kind: string }).kind;
  }
}

const told = ({ session, seq }: RequestId): string => (session === null ? '' : `${session}#${seq} `);

/** What is asked about, and what a write would put there. */
function subject(ask: Ask): string {
  switch (ask.kind) {
    case 'put':
      return `${ask.key}=${ask.value}${onlyIf(ask.cas)}`;
    case 'get':
      return `${ask.key} (${ask.mode})`;
    case 'list':
      return `${ask.prefix} (${ask.mode})`;
    case 'delete':
      return `${ask.key}${onlyIf(ask.cas)}`;
    case 'delete-tree':
      return ask.prefix;
    default:
      return ask satisfies never;
  }
}

const onlyIf = (cas: number | undefined): string => (cas === undefined ? '' : ` cas=${cas}`);

function outcome(answer: Answer): string {
  switch (answer.kind) {
    case 'written':
      return `${answer.done ? 'written' : 'refused'} at=${answer.index}`;
    case 'read':
      return `read [${answer.pairs.map(({ key, value }) => `${key}=${value}`).join(' ')}] index=${answer.index}`;
    case 'not-leader':
    case 'unknown':
    case 'expired':
      return answer.kind;
    default:
      return answer satisfies never;
  }
}
