/** What has happened, as clients see it: what was asked and answered, the entries and questions behind it, and who led. */
import type { Trace, TraceEvent } from '@weekend/protocol';
import { type Entry, type Index, type Message, type Raft, type State, tellRaft } from '@weekend/raft';
import { tell } from '@weekend/transcript';
import { told } from './asks.ts';

/** A screen, with the rest of the letter. */
const most = 28;

/** Heartbeats and votes are the business of other stages; who wins is not. */
export const tellClients = (trace: Trace<Raft>): string[] => tell(trace.filter(isTold), teller, { lines: most });

const teller = {
  ...tellRaft,
  message: (message: Message): string =>
    message.kind === 'AppendEntries'
      ? `AppendEntries ${message.entries.map((entry, i) => toldEntry(entry, message.prevLogIndex + 1 + i)).join(', ')}`
      : tellRaft.message(message),
  node: ({ role, currentTerm }: State): string => (role.kind === 'leader' ? `leader@${currentTerm}` : ''),
};

/** `5@2 s1#4 put x=a`: at index 5, of term 2. */
function toldEntry({ term, command }: Entry, index: Index): string {
  if (command.kind === 'no-op') return `${index}@${term} no-op`;
  const { session, seq } = command.id;
  return `${index}@${term} ${session === null ? '' : `${session}#${seq} `}${told(command.write)}`;
}

function isTold(event: TraceEvent<Raft>): boolean {
  switch (event.kind) {
    case 'deliver':
      return isAboutClients(event.message) || wins(event);
    case 'send':
      return event.message.kind !== 'AppendEntries' && isAboutClients(event.message);
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

const wins = ({ message, state }: Extract<TraceEvent<Raft>, { kind: 'deliver' }>): boolean =>
  message.kind === 'RequestVoteReply' && state?.role.kind === 'leader';
