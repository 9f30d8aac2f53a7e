/** One event of a run in words: the line of a transcript, and a sentence for what should not be missed. */
import type { Address, Millis, Trace, TraceEvent } from '@weekend/protocol';
import { type Raft, type State, type Term, tellRaft } from '@weekend/raft';
import { type Change, changes, tell } from '@weekend/transcript';
import { type ByHand, handText } from './deed-text.ts';
import type { Taken } from './frame.ts';
import { type LostView, lostIn } from './view.ts';

export interface Happening {
  /** Which event of the run: 1 is the first after the nodes have booted. */
  index: number;
  at: Millis;
  /** `n1@1 -> n2 RequestVote last=0@0 => follower@1` */
  text: string;
  /** What is said aloud at once, in whatever language: what was done by hand is said too. */
  news?: News;
  /** How much would be missed without it. */
  weight: 'routine' | 'plain' | 'matters';
  /** What somebody at the workbench did. */
  byHand?: ByHand;
  /** Whose turn it was, if it was anybody's. */
  node?: Address;
  /** What it changed in that node's state. */
  changes: Change[];
  /** What will not arrive because of it, or was lost as it was sent. */
  lost: LostView[];
}

/** Who leads, who stands, who is gone. */
export type News =
  | { kind: 'threw' | 'crashed' | 'started' | 'leads-no-longer'; node: Address }
  | { kind: 'leads' | 'stands'; node: Address; term: Term }
  | { kind: 'commits'; node: Address; index: number };

/** What each node was last known to know. */
export type Known = Map<Address, State>;

/** Tells of the event that has left these marks in the trace, and takes note in `known` of what the nodes know now. */
export function happening(index: number, at: Millis, taken: Taken, marks: Trace<Raft>, known: Known): Happening {
  const told = marks.find(isTold);
  const node = told && nodeOf(told);
  const before = node === undefined ? undefined : known.get(node);
  const after = told && 'state' in told ? told.state : undefined;
  const line = told ? lineOf(told, marks, before) : '';
  const byHand: ByHand | undefined =
    taken.kind === 'action' ? { deed: taken.action, line, done: taken.done } : undefined;
  const news = newsOf(told, marks, before, after);
  note(known, marks);
  return {
    index,
    at,
    text: withThrown(byHand ? handText(byHand) : line, marks),
    ...(news && { news }),
    weight: news || byHand ? 'matters' : weigh(told),
    ...(byHand && { byHand }),
    ...(node !== undefined && { node }),
    changes: before && after ? changes(before, after) : [],
    lost: lostIn(marks),
  };
}

function withThrown(text: string, marks: Trace<Raft>): string {
  const thrown = marks.find((event) => event.kind === 'throw');
  return thrown ? `${text}; ${thrown.node} throws: ${thrown.error}` : text;
}

const weigh = (told: TraceEvent<Raft> | undefined): Happening['weight'] =>
  told && isRoutine(told) ? 'routine' : 'plain';

const isTold = ({ kind }: TraceEvent<Raft>): boolean => kind !== 'send' && kind !== 'save' && kind !== 'throw';

function nodeOf(event: TraceEvent<Raft>): Address | undefined {
  if (event.kind === 'deliver') return event.to;
  return 'node' in event ? event.node : undefined;
}

function lineOf(told: TraceEvent<Raft>, marks: Trace<Raft>, before: State | undefined): string {
  const node = nodeOf(told);
  const booted: TraceEvent<Raft>[] =
    before && node !== undefined ? [{ kind: 'boot', at: told.at, node, saved: {}, state: before }] : [];
  const losses = marks.filter((event) => event !== told && (event.kind === 'crash' || event.kind === 'drop'));
  return tell<Raft>([...booted, told, ...losses.slice(0, 1)], tellRaft, { routine: true }).join('; ');
}

function isRoutine(event: TraceEvent<Raft>): boolean {
  if (event.kind === 'deliver') return tellRaft.isRoutine({ kind: 'message', message: event.message });
  return event.kind === 'timer' && tellRaft.isRoutine(event);
}

function note(known: Known, marks: Trace<Raft>): void {
  for (const event of marks) {
    const node = nodeOf(event);
    if (node !== undefined && 'state' in event && event.state) known.set(node, event.state);
    if (event.kind === 'crash' || event.kind === 'throw') known.delete(event.node);
  }
}

function newsOf(
  told: TraceEvent<Raft> | undefined,
  marks: Trace<Raft>,
  before: State | undefined,
  after: State | undefined,
): News | undefined {
  const thrown = marks.find((event) => event.kind === 'throw');
  if (thrown) return { kind: 'threw', node: thrown.node };
  if (told?.kind === 'crash') return { kind: 'crashed', node: told.node };
  if (told?.kind === 'boot') return { kind: 'started', node: told.node };
  if (!before || !after) return undefined;
  const { me: node, role, currentTerm: term } = after;
  if (role.kind === 'leader' && before.role.kind !== 'leader') return { kind: 'leads', node, term };
  if (role.kind === 'candidate' && term !== before.currentTerm) return { kind: 'stands', node, term };
  if (before.role.kind === 'leader' && role.kind !== 'leader') return { kind: 'leads-no-longer', node };
  if (after.commitIndex > before.commitIndex && role.kind === 'leader')
    return { kind: 'commits', node, index: after.commitIndex };
  return undefined;
}
