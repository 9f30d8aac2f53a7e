/** What has happened, as clients see it: what was asked and answered, the entries and questions behind it, and who led. */
import type { Trace, TraceEvent } from '@weekend/protocol';
import { type Entry, type Index, type Message, type Raft, type State, tellRaft } from '@weekend/raft';
import { tell } from '@weekend/transcript';
import { mostLines } from '../short-story.ts';
import { told } from './asks.ts';

/** Heartbeats and votes are the business of other stages; who wins is not. */
/** `room`: for so many lines. */
export const tellClients = (trace: Trace<Raft>, room = mostLines): string[] =>
  tell(withoutFurtherVotes(trace.filter(isTold)), teller, { lines: room });

const teller = {
  ...tellRaft,
  message: (message: Message): string =>
    message.kind === 'AppendEntries'
      ? `AppendEntries ${message.entries.map((entry, i) => toldEntry(entry, message.prevLogIndex + 1 + i)).join(', ')}`
      : tellRaft.message(message),
  node: ({ role, currentTerm }: State): string => (role.kind === 'leader' ? `leader@${currentTerm}` : ''),
};

/** `5@2 s1#4 put x=a`: at index 5, of term 2. */
export function toldEntry({ term, command }: Entry, index: Index): string {
  if (command.kind === 'no-op') return `${index}@${term} no-op`;
  const { session, seq } = command.id;
  return `${index}@${term} ${session === null ? '' : `${session}#${seq} `}${told(command.write)}`;
}

function isTold(event: TraceEvent<Raft>): boolean {
  switch (event.kind) {
    case 'deliver':
      return isAboutClients(event.message) || wins(event);
    case 'send':
      // What was asked and never heard changes nothing.
      return !['AppendEntries', 'Request'].includes(event.message.kind) && isAboutClients(event.message);
    case 'drop':
    case 'duplicate':
    case 'timer':
    case 'skew':
      return false;
    default:
      return true;
  }
}

function isAboutClients(message: Message): boolean {
  switch (message.kind) {
    case 'Request':
    case 'Reply':
    case 'ConfirmLeader':
    case 'ConfirmLeaderReply':
      return true;
    case 'AppendEntries':
      return message.entries.length > 0;
    default:
      return false;
  }
}

/** Whoever votes for a leader that has won already changes nothing. */
function withoutFurtherVotes(trace: Trace<Raft>): Trace<Raft> {
  const won = new Set<string>();
  return trace.filter((event) => {
    if (event.kind !== 'deliver' || event.message.kind !== 'RequestVoteReply') return true;
    const election = `${event.to} ${event.message.term}`;
    if (won.has(election)) return false;
    won.add(election);
    return true;
  });
}

const wins = ({ message, state }: Extract<TraceEvent<Raft>, { kind: 'deliver' }>): boolean =>
  message.kind === 'RequestVoteReply' && state?.role.kind === 'leader';
