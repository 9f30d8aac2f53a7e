/** For the variants and mutants beside the reference: small ways to change a rule of Figure 2, or what the reference asks for. */
import type { Address, World } from '@weekend/protocol';
import {
  type AppendEntries,
  type Index,
  type Leader,
  lastIndex,
  type Raft,
  type Replication,
  replaceAfter,
  type State,
  termAt,
} from '@weekend/raft';
import { logReplication as reference } from './log-replication.ts';

/** A world like another, in which some calls do something else. */
export const altered = (world: World<Raft>, changes: Partial<World<Raft>>): World<Raft> => ({
  now: world.now,
  save: (saved) => world.save(saved),
  send: (to, message) => world.send(to, message),
  setTimer: (timer, min, max) => world.setTimer(timer, min, max),
  clearTimer: (timer) => world.clearTimer(timer),
  choose: (options) => world.choose(options),
  ...changes,
});

/** The reference, in a world that may differ from handler to handler. */
export const inWorld = (change: (world: World<Raft>) => World<Raft>): Replication => ({
  onElected: (state, world) => reference.onElected(state, change(world)),
  onCommand: (state, command, world) => reference.onCommand(state, command, change(world)),
  sendEntries: (state, peer, world) => reference.sendEntries(state, peer, change(world)),
  onAppendEntries: (state, from, message, world) => reference.onAppendEntries(state, from, message, change(world)),
  onAppendEntriesReply: (state, from, message, world) =>
    reference.onAppendEntriesReply(state, from, message, change(world)),
});

/** The reference's leader, whose messages are changed before they leave. */
export const sending = (change: (message: AppendEntries, state: State, to: Address) => AppendEntries): Replication => ({
  ...reference,
  sendEntries(state, peer, world) {
    const send: World<Raft>['send'] = (to, message) =>
      world.send(to, message.kind === 'AppendEntries' ? change(message, state, to) : message);
    reference.sendEntries(state, peer, altered(world, { send }));
  },
});

/** Figure 2, "AppendEntries RPC", receiver, rule by rule. */
interface Receiver {
  isOver(message: AppendEntries, state: State): boolean;
  agrees(message: AppendEntries, state: State): boolean;
  append(message: AppendEntries, state: State, world: World<Raft>): void;
  matchIndex(message: AppendEntries, state: State): Index;
  commit(message: AppendEntries, state: State): Index;
}

const figure2: Receiver = {
  isOver: ({ term }, state) => term < state.currentTerm,
  agrees: ({ prevLogIndex, prevLogTerm }, state) => termAt(state.log, prevLogIndex) === prevLogTerm,
  append: appendNew,
  matchIndex: ({ prevLogIndex, entries }) => prevLogIndex + entries.length,
  commit: ({ leaderCommit, prevLogIndex, entries }, state) =>
    Math.max(state.commitIndex, Math.min(leaderCommit, prevLogIndex + entries.length)),
};

/** A follower with other rules. */
export function receiving(changes: Partial<Receiver>): Replication {
  const rules = { ...figure2, ...changes };
  return {
    ...reference,
    onAppendEntries(state, from, message, world) {
      const success = !rules.isOver(message, state) && rules.agrees(message, state);
      if (success) rules.append(message, state, world);
      if (success) state.commitIndex = rules.commit(message, state);
      const matchIndex = success ? rules.matchIndex(message, state) : 0;
      world.send(from, { kind: 'AppendEntriesReply', term: state.currentTerm, success, matchIndex });
    },
  };
}

/** Figure 2, AppendEntries receiver 3 and 4. */
export function appendNew({ prevLogIndex, entries }: AppendEntries, state: State, world: World<Raft>): void {
  const known = entries.findIndex((entry, i) => termAt(state.log, prevLogIndex + 1 + i) !== entry.term);
  if (known >= 0) world.save({ log: replaceAfter(state.log, prevLogIndex + known, entries.slice(known)) });
}

/** A leader with another rule for what is committed, which is looked at whenever something changes. */
export const committing = (settled: (state: State, leader: Leader) => Index): Replication => ({
  ...reference,
  onCommand(state, command, world) {
    const before = state.commitIndex;
    const index = reference.onCommand(state, command, world);
    settle(state, before, settled);
    return index;
  },
  onAppendEntriesReply(state, from, message, world) {
    const before = state.commitIndex;
    reference.onAppendEntriesReply(state, from, message, world);
    settle(state, before, settled);
  },
});

function settle(state: State, before: Index, settled: (state: State, leader: Leader) => Index): void {
  state.commitIndex = before;
  if (state.role.kind === 'leader') state.commitIndex = Math.max(before, settled(state, state.role));
}

/** The highest index of this leader's own term that `enough` nodes hold, itself among them. */
export function heldBy(state: State, { matchIndex }: Leader, enough: number): Index {
  const held = [lastIndex(state.log), ...Object.values(matchIndex)].sort((a, b) => b - a);
  const index = held[enough - 1] ?? 0;
  return termAt(state.log, index) === state.currentTerm ? index : 0;
}

export const majority = ({ peers }: State): number => Math.floor((peers.length + 1) / 2) + 1;
