/**
 * 04 · Log replication (§5.3, §5.4.2).
 *
 * Each handler changes `state` in place, asks `world` for everything else, and returns nothing, but for `onCommand`.
 */
import type { World } from '@weekend/protocol';
import {
  type AppendEntries,
  type AppendEntriesReply,
  entriesAfter,
  type Index,
  type Leader,
  type Log,
  lastIndex,
  type Raft,
  type Replication,
  replaceAfter,
  type State,
  type Term,
  termAt,
} from '@weekend/raft';

/** No more entries than this in one message, so that a follower far behind is not buried under one. */
const batchLimit = 1_000;

type Conflict = NonNullable<AppendEntriesReply['conflict']>;

export const logReplication: Replication = {
  /** Figure 2 "Volatile state on leaders". This node has just won: `state.role` is a new leader, its two records empty. */
  onElected(state, _world) {
    // stub: what a new leader assumes about its followers
    if (state.role.kind !== 'leader') return;
    for (const peer of state.peers) {
      state.role.nextIndex[peer] = lastIndex(state.log) + 1;
      state.role.matchIndex[peer] = 0;
    }
  },

  /** §5.3, Figure 2 "Leaders". A client's command. Answer its index in the log, or null where it is not for this node. */
  onCommand(state, command, world) {
    // stub: where a client’s command goes
    if (state.role.kind !== 'leader') return null;
    const end = lastIndex(state.log);
    world.save({ log: replaceAfter(state.log, end, [{ term: state.currentTerm, command }]) });
    advanceCommitIndex(state, state.role);
    return end + 1;
  },

  /** Figure 2 "AppendEntries RPC", receiver. From whoever leads, or once led, the message's term. */
  onAppendEntries(state, from, message, world) {
    // stub: what a follower does with a leader’s message
    const { currentTerm: term } = state;
    if (message.term < term) {
      world.send(from, { kind: 'AppendEntriesReply', term, success: false, matchIndex: 0 });
      return;
    }
    if (termAt(state.log, message.prevLogIndex) !== message.prevLogTerm) {
      const conflict = conflictAt(state.log, message.prevLogIndex);
      world.send(from, { kind: 'AppendEntriesReply', term, success: false, matchIndex: 0, conflict });
      return;
    }
    appendNew(state, message, world);
    const lastNew = message.prevLogIndex + message.entries.length;
    state.commitIndex = Math.max(state.commitIndex, Math.min(message.leaderCommit, lastNew));
    world.send(from, { kind: 'AppendEntriesReply', term, success: true, matchIndex: lastNew });
  },

  /** Figure 2 "AppendEntries RPC", arguments. This leader has to let itself be heard by `peer`, with what it lacks. */
  sendEntries(state, peer, world) {
    // stub: what a leader sends to one follower
    if (state.role.kind !== 'leader') return;
    const prevLogIndex = (state.role.nextIndex[peer] as Index) - 1;
    const entries = entriesAfter(state.log, prevLogIndex, batchLimit);
    world.send(peer, {
      kind: 'AppendEntries',
      term: state.currentTerm,
      leaderId: state.me,
      prevLogIndex,
      prevLogTerm: termAt(state.log, prevLogIndex) as Term,
      entries,
      leaderCommit: state.commitIndex,
    });
    // On trust, so that the next message need not wait for this one's answer; a refusal takes it back. Not before the
    // first success: until then nextIndex is what was asked about, and a refusal has to lead further back.
    const trusted = (state.role.matchIndex[peer] as Index) > 0;
    if (trusted) state.role.nextIndex[peer] = prevLogIndex + entries.length + 1;
  },

  /** Figure 2 "Leaders"; §5.3, §5.4.2. An answer to an AppendEntries has come: perhaps now, perhaps late, perhaps twice. */
  onAppendEntriesReply(state, from, message, world) {
    // stub: what a leader learns from an answer
    // §5.1: an answer to an older request says nothing about this term.
    if (state.role.kind !== 'leader' || message.term !== state.currentTerm) return;
    const { nextIndex, matchIndex } = state.role;
    const [before, matched] = [nextIndex[from] as Index, matchIndex[from] as Index];
    if (message.success) {
      matchIndex[from] = Math.max(matched, message.matchIndex);
      nextIndex[from] = Math.max(before, message.matchIndex + 1);
      advanceCommitIndex(state, state.role);
    } else {
      // Without a hint: back to what is known to match or, where nothing is, by one.
      const oneStep = matched > 0 ? matched + 1 : before - 1;
      const wanted = message.conflict ? nextAfter(state.log, message.conflict) : oneStep;
      // A refusal that was overtaken by a success takes nothing back, and leads nowhere forward.
      nextIndex[from] = Math.max(matched + 1, Math.min(wanted, before));
    }
    const goneBack = nextIndex[from] < before;
    const farBehind = nextIndex[from] + batchLimit <= lastIndex(state.log);
    // The rest leaves when this node is next idle, once for however many answers.
    if (goneBack || farBehind) world.setTimer('heartbeat', 0);
  },
};

/** Figure 2, AppendEntries receiver 3 and 4: only an entry that differs makes room; what is there already stays. */
function appendNew(state: State, { prevLogIndex, entries }: AppendEntries, world: World<Raft>): void {
  const known = entries.findIndex((entry, i) => termAt(state.log, prevLogIndex + 1 + i) !== entry.term);
  if (known < 0) return;
  world.save({ log: replaceAfter(state.log, prevLogIndex + known, entries.slice(known)) });
}

/** §5.3: why a follower refuses: the term that stands at `index` and where it begins, or that its log ends before. */
function conflictAt(log: Log, index: Index): Conflict {
  const term = termAt(log, index);
  if (term === undefined) return { term: null, index: lastIndex(log) + 1 };
  let first = index;
  while (termAt(log, first - 1) === term) first -= 1;
  return { term, index: first };
}

/** §5.3: past the whole conflicting term, or to the end of it where this leader has entries of that term too. */
function nextAfter(log: Log, { term, index }: Conflict): Index {
  let next = index;
  while (term !== null && termAt(log, next) === term) next += 1;
  return next;
}

/** §5.4.2: a majority holds it, and it is of this leader's own term; what stands before it is settled with it. */
function advanceCommitIndex(state: State, { matchIndex }: Leader): void {
  const held = [lastIndex(state.log), ...Object.values(matchIndex)].sort((a, b) => b - a);
  const byMajority = held[Math.floor(held.length / 2)] as Index;
  const ofOwnTerm = termAt(state.log, byMajority) === state.currentTerm;
  if (byMajority > state.commitIndex && ofOwnTerm) state.commitIndex = byMajority;
}
