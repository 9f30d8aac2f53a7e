/** What has happened, in the paper's words and in few lines: how it began, and what it came to. */
import type { Trace, TraceEvent } from '@weekend/protocol';
import { type Durable, type Raft, type Term, tellRaft } from '@weekend/raft';
import { tell } from '@weekend/transcript';

/** About what fits on a screen beside the rest of the letter. */
const most = 20;

export function tellStory(trace: Trace<Raft>): string[] {
  const withoutClocks = trace.filter(({ kind }) => kind !== 'skew');
  return [...disks(trace), ...tell(withoutClocks, tellRaft, { lines: most })];
}

/** How a term went, for what is wrong in that term alone: its elections, and the crashes since they began. */
export function tellTerm(trace: Trace<Raft>, term: Term): string[] {
  const begins = trace.findIndex((event) => isOfTerm(event, term));
  const isFirstBoot = ({ kind, at }: TraceEvent<Raft>) => kind === 'boot' && at === 0;
  const isCrash = ({ kind }: TraceEvent<Raft>, i: number) => i > begins && (kind === 'crash' || kind === 'boot');
  return tellStory(trace.filter((event, i) => isOfTerm(event, term) || isFirstBoot(event) || isCrash(event, i)));
}

/** Who stands in the term, what arrives of it, and the votes that are given in it. */
function isOfTerm(event: TraceEvent<Raft>, term: Term): boolean {
  switch (event.kind) {
    case 'timer':
      return event.timer === 'election' && event.state?.currentTerm === term;
    case 'deliver':
    case 'duplicate':
      return 'term' in event.message && event.message.term === term;
    case 'send':
      return event.message.kind === 'RequestVoteReply' && event.message.voteGranted && event.message.term === term;
    default:
      return false;
  }
}

/** With what each node began, where that is not nothing. */
function disks(trace: Trace<Raft>): string[] {
  const told = new Set<string>();
  return trace.flatMap((event) => {
    if (event.kind !== 'boot' || told.has(event.node)) return [];
    told.add(event.node);
    return event.saved.currentTerm ? [`${event.node} boots with ${disk(event.saved)}`] : [];
  });
}

function disk({ currentTerm, votedFor, log = [] }: Partial<Durable>): string {
  const entries = log.map(({ term }, i) => `${i + 1}@${term}`).join(' ');
  return `term ${currentTerm}, vote ${votedFor ?? 'free'}, log [${entries}]`;
}
