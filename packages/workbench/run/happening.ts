/** One event of a run in words: the line of a transcript, and a sentence for what should not be missed. */
import type { Address, Millis, Trace, TraceEvent } from '@weekend/protocol';
import { type Raft, type State, tellRaft } from '@weekend/raft';
import { type Change, changes, tell } from '@weekend/transcript';
import type { Deed } from './action.ts';
import type { Taken } from './frame.ts';
import { type LostView, lostIn } from './view.ts';

export interface Happening {
  /** Which event of the run: 1 is the first after the nodes have booted. */
  index: number;
  at: Millis;
  /** `n1@1 -> n2 RequestVote last=0@0 => follower@1` */
  text: string;
  /** What a screen reader is told at once. */
  sentence?: string;
  /** How much would be missed without it. */
  weight: 'routine' | 'plain' | 'matters';
  /** Whether somebody at the workbench did it. */
  byHand: boolean;
  /** Whose turn it was, if it was anybody's. */
  node?: Address;
  /** What it changed in that node's state. */
  changes: Change[];
  /** What will not arrive because of it, or was lost as it was sent. */
  lost: LostView[];
}

/** What each node was last known to know. */
export type Known = Map<Address, State>;

/** Tells of the event that has left these marks in the trace, and takes note in `known` of what the nodes know now. */
export function happening(index: number, at: Millis, taken: Taken, marks: Trace<Raft>, known: Known): Happening {
  const told = marks.find(isTold);
  const node = told && nodeOf(told);
  const before = node === undefined ? undefined : known.get(node);
  const after = told && 'state' in told ? told.state : undefined;
  const line = told ? lineOf(told, marks, before) : '';
  const byHand = taken.kind === 'action';
  const text = byHand ? handText(taken.action, line, taken.done) : line;
  const sentence = sentenceOf(told, marks, before, after) ?? (byHand ? text : undefined);
  note(known, marks);
  return {
    index,
    at,
    text: withThrown(text, marks),
    ...(sentence !== undefined && { sentence }),
    weight: weigh(told, sentence),
    byHand,
    ...(node !== undefined && { node }),
    changes: before && after ? changes(before, after) : [],
    lost: lostIn(marks),
  };
}

function withThrown(text: string, marks: Trace<Raft>): string {
  const thrown = marks.find((event) => event.kind === 'throw');
  return thrown ? `${text}; ${thrown.node} throws: ${thrown.error}` : text;
}

function weigh(told: TraceEvent<Raft> | undefined, sentence: string | undefined): Happening['weight'] {
  if (sentence !== undefined) return 'matters';
  return told && isRoutine(told) ? 'routine' : 'plain';
}

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

/** Who leads, who stands, who is gone: what one says aloud. */
function sentenceOf(
  told: TraceEvent<Raft> | undefined,
  marks: Trace<Raft>,
  before: State | undefined,
  after: State | undefined,
): string | undefined {
  const thrown = marks.find((event) => event.kind === 'throw');
  if (thrown) return `The code of ${thrown.node} threw an error, and the node is down.`;
  if (told?.kind === 'crash') return `${told.node} has crashed.`;
  if (told?.kind === 'boot') return `${told.node} has started again.`;
  if (!before || !after) return undefined;
  const { me, role, currentTerm } = after;
  if (role.kind === 'leader' && before.role.kind !== 'leader') return `${me} leads term ${currentTerm}.`;
  if (role.kind === 'candidate' && currentTerm !== before.currentTerm)
    return `${me} stands for election in term ${currentTerm}.`;
  if (before.role.kind === 'leader' && role.kind !== 'leader') return `${me} no longer leads.`;
  if (after.commitIndex > before.commitIndex && role.kind === 'leader')
    return `${me} commits entry ${after.commitIndex}.`;
  return undefined;
}

/** A deed by its own words, and what the transcript says of it. */
function handText(deed: Deed, line: string, done: boolean): string {
  const own = deedText(deed);
  if (!done) return `By hand: ${own}, which was not possible`;
  return line === '' || line === own ? `By hand: ${own}` : `By hand: ${own}: ${line}`;
}

export function deedText(deed: Deed): string {
  switch (deed.kind) {
    case 'crash':
    case 'restart':
    case 'pause':
    case 'resume':
      return `${deed.kind} ${deed.node}`;
    case 'cut':
    case 'join':
      return `${deed.kind} ${deed.from} -> ${deed.to}`;
    case 'heal':
      return 'heal';
    case 'drop':
    case 'duplicate':
    case 'deliver':
      return `${deed.kind} message ${deed.id}`;
    case 'hold':
      return `hold message ${deed.id} back for ${deed.by} ms`;
    case 'fire':
      return `fire the ${deed.timer} timer of ${deed.node}`;
    case 'ask':
      return deed.ask.kind === 'put'
        ? `ask ${deed.node} to put ${deed.ask.key}=${deed.ask.value}`
        : `ask ${deed.node} to ${deed.ask.kind}`;
    default:
      return deed satisfies never;
  }
}
