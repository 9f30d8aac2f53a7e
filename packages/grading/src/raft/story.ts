/** What has happened, in the paper's words and in few lines: how it began, and what it came to. */
import type { Trace } from '@weekend/protocol';
import { type Durable, type Raft, tellRaft } from '@weekend/raft';
import { tell } from '@weekend/transcript';
import { mostLines } from '../short-story.ts';

export function tellStory(trace: Trace<Raft>): string[] {
  const told = withoutTheUnheard(trace).filter(({ kind }) => kind !== 'skew');
  const before = disks(trace);
  return [...before, ...tell(told, tellRaft, { lines: mostLines - before.length })];
}

/** What never comes to anybody matters to nobody, unless it was the last thing that was said. */
function withoutTheUnheard(trace: Trace<Raft>): Trace<Raft> {
  const heard = new Set(
    trace.flatMap((event) => (event.kind === 'deliver' || event.kind === 'drop' ? [event.id] : [])),
  );
  const nodes = new Set(trace.flatMap((event) => (event.kind === 'boot' ? [event.node] : [])));
  const lastTurn = trace.findLastIndex(({ kind }) => kind === 'deliver' || kind === 'timer' || kind === 'boot');
  return trace.filter(
    (event, i) =>
      event.kind !== 'send' || heard.has(event.id) || !nodes.has(event.to) || (i > lastTurn && !isRoutine(event)),
  );
}

const isRoutine = ({ message }: { message: Raft['Message'] }): boolean =>
  tellRaft.isRoutine({ kind: 'message', message });

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
