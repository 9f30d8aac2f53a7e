/** What can be seen of a run at one moment: plain data, small enough to be sent for every picture. */
import type { Address, Millis, Trace } from '@weekend/protocol';
import { type Command, type Entry, type Message, type Raft, type State, type Term, tellRaft } from '@weekend/raft';
import type { Simulation } from '@weekend/simulator';
import type { Frame } from './frame.ts';

export interface View {
  at: Millis;
  nodes: NodeView[];
  packets: PacketView[];
  /** Links that are cut, one way each. */
  cuts: { from: Address; to: Address }[];
  /** What happens next if nobody does anything. */
  next?: { at: Millis; packet: number } | { at: Millis; node: Address; timer: Raft['Timer'] };
}

export interface NodeView {
  address: Address;
  condition: 'up' | 'paused' | 'down';
  /** What it was last known to be; on disk only while it is down. `played`: by the script of a story, without a state. */
  role: State['role']['kind'] | 'down' | 'played';
  term: Term;
  votedFor: Address | null;
  leader: Address | null;
  votes: number;
  commitIndex: number;
  lastApplied: number;
  log: LogView;
  timers: TimerView[];
}

/** The end of a log. */
export interface LogView {
  length: number;
  /** The index of the first entry that is shown. */
  first: number;
  entries: EntryView[];
}

export interface EntryView {
  term: Term;
  label: string;
  /** Another entry is committed here, or stands here in the leader's log. */
  conflicts: boolean;
}

export interface TimerView {
  timer: Raft['Timer'];
  /** By the node's own clock, as a share of the way from when it was set to when it fires. */
  setAt: Millis;
  due: Millis;
}

export interface PacketView {
  id: number;
  from: Address;
  to: Address;
  kind: Message['kind'];
  /** `AppendEntries prev=0@0 []` */
  text: string;
  term: Term | null;
  /** Of a reply, whether it says yes; of AppendEntries, whether it carries anything. */
  full: boolean;
  sentAt: Millis;
  due: Millis;
}

/** A message that will not arrive, and why. */
export interface LostView extends Pick<PacketView, 'id' | 'from' | 'to' | 'kind' | 'term' | 'full'> {
  why: 'lost' | 'cut' | 'down';
}

/** How much of a log's end is shown. */
const shownEntries = 40;

export function viewOf({ sim, past }: Frame): View {
  const judgement = { leader: leaderOf(sim), committed: past.committed.map(({ entry }) => entry) };
  const next = sim.next;
  return {
    at: sim.now,
    nodes: sim.nodes.map((node) => nodeView(sim, node, judgement)),
    packets: sim.packets.flatMap(({ id, from, to, message, sentAt, due }) =>
      due === undefined ? [] : [packetView({ id, from, to, message, sentAt, due })],
    ),
    cuts: sim.nodes.flatMap((from) =>
      sim.nodes.flatMap((to) => (from !== to && sim.isCut(from, to) ? [{ from, to }] : [])),
    ),
    ...(next ? { next: 'id' in next ? { at: sim.nextAt, packet: next.id } : { at: sim.nextAt, ...next } } : {}),
  };
}

/** By what a log is judged. */
export interface Judgement {
  leader: State | undefined;
  committed: readonly Entry[];
}

/** Whoever leads the newest term. */
function leaderOf(sim: Simulation<Raft>): State | undefined {
  const states = sim.nodes.flatMap((node) => sim.state(node) ?? []);
  const leaders = states.filter(({ role }) => role.kind === 'leader');
  return leaders.sort((a, b) => b.currentTerm - a.currentTerm)[0];
}

function nodeView(sim: Simulation<Raft>, node: Address, judgement: Judgement): NodeView {
  const state = sim.state(node);
  if (!state) {
    const { currentTerm = 0, votedFor = null, log = [] } = sim.disk(node);
    return { ...downView(node), term: currentTerm, votedFor, log: logView(log, judgement) };
  }
  return stateView(state, sim.isPaused(node), timersOf(sim, node), judgement);
}

export const downView = (node: Address): NodeView => ({
  address: node,
  condition: 'down',
  role: 'down',
  term: 0,
  votedFor: null,
  leader: null,
  votes: 0,
  commitIndex: 0,
  lastApplied: 0,
  log: { length: 0, first: 1, entries: [] },
  timers: [],
});

/** A node that a story's script speaks for. */
export const playedView = (node: Address, term: Term): NodeView => ({
  ...downView(node),
  condition: 'up',
  role: 'played',
  term,
});

export function stateView(state: State, paused: boolean, timers: TimerView[], judgement: Judgement): NodeView {
  const { me, role, currentTerm, votedFor, commitIndex, lastApplied, log } = state;
  return {
    address: me,
    condition: paused ? 'paused' : 'up',
    role: role.kind,
    term: currentTerm,
    votedFor,
    leader: role.kind === 'follower' ? role.leader : role.kind === 'leader' ? me : null,
    votes: role.kind === 'candidate' ? role.votes.length : 0,
    commitIndex,
    lastApplied,
    log: logView(log, judgement),
    timers,
  };
}

/** In real time, so that they can be drawn beside messages on their way, whatever the node's own clock shows. */
function timersOf(sim: Simulation<Raft>, node: Address): TimerView[] {
  const ahead = sim.clock(node) - sim.now;
  return sim.timers(node).map(({ timer, setAt, due }) => ({ timer, setAt: setAt - ahead, due: due - ahead }));
}

function logView(log: readonly Entry[], { leader, committed }: Judgement): LogView {
  const first = Math.max(0, log.length - shownEntries);
  const entries = log.slice(first).map((entry, i): EntryView => {
    const truth = committed[first + i] ?? leader?.log[first + i];
    return {
      term: entry.term,
      label: commandLabel(entry.command),
      conflicts: truth !== undefined && truth.term !== entry.term,
    };
  });
  return { length: log.length, first: first + 1, entries };
}

function commandLabel(command: Command | undefined): string {
  if (command?.kind !== 'write') return '·';
  const { write } = command;
  switch (write.kind) {
    case 'put':
      return `${write.key}=${write.value}`;
    case 'delete':
      return `−${write.key}`;
    case 'delete-tree':
      return `−${write.prefix}*`;
    default:
      return write satisfies never;
  }
}

export function packetView(packet: {
  id: number;
  from: Address;
  to: Address;
  message: Message;
  sentAt: Millis;
  due: Millis;
}): PacketView {
  const { id, from, to, message, sentAt, due } = packet;
  return {
    id,
    from,
    to,
    kind: message.kind,
    text: textOf(message),
    term: termOf(message),
    full: isFull(message),
    sentAt,
    due,
  };
}

/** The messages that these events have lost. */
export const lostIn = (marks: Trace<Raft>): LostView[] =>
  marks.flatMap((event) => {
    if (event.kind !== 'drop') return [];
    const { id, from, to, message, why } = event;
    return [{ id, from, to, kind: message.kind, term: termOf(message), full: isFull(message), why }];
  });

const termOf = (message: Message): Term | null => ('term' in message ? message.term : null);

/** A message that is not what its type says can still be shown. */
function textOf(message: Message): string {
  try {
    return tellRaft.message(message);
  } catch {
    return JSON.stringify(message);
  }
}

function isFull(message: Message): boolean {
  switch (message.kind) {
    case 'RequestVoteReply':
    case 'PreVoteReply':
      return message.voteGranted;
    case 'AppendEntries':
      return message.entries?.length > 0;
    case 'AppendEntriesReply':
      return message.success;
    case 'Reply':
      return message.answer.kind === 'written' || message.answer.kind === 'read';
    case 'RequestVote':
    case 'PreVote':
    case 'ConfirmLeader':
    case 'ConfirmLeaderReply':
    case 'Request':
      return true;
    default:
      // Somebody else's message.
      return (message satisfies never) === undefined;
  }
}
