/**
 * 05 · The key-value store (§8).
 *
 * Each handler changes `state` in place, asks `world` for everything else, and returns nothing. What this stage remembers is
 * in `state.kv`.
 */
import type { Address, World } from '@weekend/protocol';
import {
  type Answer,
  type Command,
  electionTimeout,
  heartbeatInterval,
  type Index,
  type KeyValue,
  lastIndex,
  type Machine,
  type Pair,
  type Raft,
  type Read,
  type RequestId,
  type State,
  sorted,
  termAt,
  type Write,
} from '@weekend/raft';

/** About so many sessions and so many graves are remembered, so that a machine does not grow for ever. */
const mostKept = 10_000;

/** Every so many entries the machine looks whether there is something to forget. */
const cleaningInterval = 1_000;

export const kvStore: KeyValue = {
  /** §8. A client asks this node for a read or a write, whatever this node is. `propose` appends a command, on a leader. */
  onRequest(state, from, request, world, propose) {
    // stub: what a node does for a client
    const { id, ask } = request;
    switch (ask.kind) {
      case 'get':
      case 'list':
        onRead(state, from, id, ask, world);
        return;
      case 'put':
      case 'delete':
      case 'delete-tree': {
        const index = propose({ kind: 'write', id, write: ask });
        if (index === null) reply(world, from, id, { kind: 'not-leader', leader: leaderOf(state) });
        else state.kv.writes.push({ index, term: state.currentTerm, from, id });
        return;
      }
      default:
        ask satisfies never;
    }
  },

  /** §8. This node has just won an election. What does it need to know, and how does it come to know it? */
  onElected(_state, _world, propose) {
    // stub: what a new leader does for its clients
    // §8: only an entry of its own term tells a leader which of the older ones are committed.
    propose({ kind: 'no-op' });
  },

  /** This node has just ceased to lead. Who still waits for it? */
  onDeposed(state, world) {
    // stub: what becomes of those who wait
    const { kv } = state;
    for (const { from, id } of kv.writes) reply(world, from, id, { kind: 'unknown' });
    for (const { from, id } of kv.reads) reply(world, from, id, { kind: 'not-leader', leader: null });
    Object.assign(kv, { writes: [], reads: [], confirmedBy: [], confirmed: kv.round, leaseUntil: 0 });
    world.clearTimer('confirm');
  },

  /** §5.3, §8. The entry at `index` is committed, and its turn has come: each entry once, in the order of the log. */
  apply(state, entry, index, world) {
    // stub: the state machine
    const { term, command } = entry;
    const answer = applyTo(state.kv.machine, command, index);
    const [waiting] = state.kv.writes;
    if (waiting?.index === index) {
      state.kv.writes.shift();
      // What stands at an index is what was proposed there only if it is of the same term.
      const isTheirs = waiting.term === term && answer !== null;
      reply(world, waiting.from, waiting.id, isTheirs ? answer : { kind: 'unknown' });
    }
    answerReads(state, world);
  },

  /** §8. A leader asks whether it still leads. */
  onConfirmLeader(state, from, message, world) {
    // stub: what a node answers to a leader that asks
    const { round } = message;
    // A term newer than the leader's tells it that it leads no more.
    world.send(from, { kind: 'ConfirmLeaderReply', term: state.currentTerm, round });
  },

  /** §8. An answer to a ConfirmLeader has come: perhaps now, perhaps late, perhaps twice. */
  onConfirmLeaderReply(state, from, message, world) {
    // stub: when a leader knows that it led
    const { term, round } = message;
    const { kv } = state;
    if (state.role.kind !== 'leader' || term !== state.currentTerm || round !== kv.round) return;
    if (!kv.confirmedBy.includes(from)) kv.confirmedBy.push(from);
    noticeMajority(state, world);
  },

  /** The timer `confirm` has fired, which only this stage sets. */
  onConfirmTimeout(state, world) {
    // stub: how a leader asks whether it leads
    const { kv } = state;
    if (state.role.kind !== 'leader') return;
    if (kv.confirmed === kv.round) {
      kv.round += 1;
      kv.roundBegan = world.now;
      kv.confirmedBy = [];
    }
    for (const peer of state.peers)
      world.send(peer, { kind: 'ConfirmLeader', term: state.currentTerm, round: kv.round });
    // What is lost on the way is asked again.
    world.setTimer('confirm', heartbeatInterval);
    noticeMajority(state, world);
  },
};

function onRead(state: State, from: Address, id: RequestId, read: Read, world: World<Raft>): void {
  const { kv } = state;
  const leads = state.role.kind === 'leader';
  const knowsCommitted = termAt(state.log, state.commitIndex) === state.currentTerm;
  const leased = leads && knowsCommitted && world.now < kv.leaseUntil;
  if (read.mode === 'stale' || (read.mode === 'default' && leased)) answerRead(state, from, id, read, world);
  else if (!leads) reply(world, from, id, { kind: 'not-leader', leader: leaderOf(state) });
  else {
    const readIndex = knowsCommitted ? state.commitIndex : lastIndex(state.log);
    // A round that is under way began before this read came, so it proves nothing for it.
    kv.reads.push({ from, id, read, round: kv.round + 1, readIndex });
    if (kv.confirmed === kv.round) world.setTimer('confirm', 0);
  }
}

/** §8: a leader that a majority has answered had not been replaced when it asked. */
function noticeMajority(state: State, world: World<Raft>): void {
  const { kv } = state;
  const clusterSize = state.peers.length + 1;
  if (kv.confirmed === kv.round || kv.confirmedBy.length + 1 <= clusterSize / 2) return;
  kv.confirmed = kv.round;
  kv.leaseUntil = kv.roundBegan + electionTimeout.min;
  world.clearTimer('confirm');
  answerReads(state, world);
  if (kv.reads.some(({ round }) => round > kv.confirmed)) world.setTimer('confirm', 0);
}

/** Those whose round is confirmed and whose index is applied, in the order in which they came. */
function answerReads(state: State, world: World<Raft>): void {
  const { kv } = state;
  for (let next = kv.reads[0]; next !== undefined; next = kv.reads[0]) {
    if (next.round > kv.confirmed || next.readIndex > state.lastApplied) return;
    kv.reads.shift();
    answerRead(state, next.from, next.id, next.read, world);
  }
}

function answerRead(state: State, from: Address, id: RequestId, read: Read, world: World<Raft>): void {
  const heardAgo = state.lastContact === null ? null : world.now - state.lastContact;
  reply(world, from, id, {
    kind: 'read',
    ...look(state.kv.machine, read),
    knownLeader: leaderOf(state) !== null,
    lastContact: state.role.kind === 'leader' ? 0 : heardAgo,
  });
}

function reply(world: World<Raft>, to: Address, id: RequestId, answer: Answer): void {
  world.send(to, { kind: 'Reply', id, answer });
}

function leaderOf(state: State): Address | null {
  if (state.role.kind === 'leader') return state.me;
  return state.role.kind === 'follower' ? state.role.leader : null;
}

// —— The replicated state machine: what comes of a command depends on it and on the commands before it alone. ——

function applyTo(machine: Machine, command: Command, index: Index): Answer | null {
  if (index % cleaningInterval === 0) forget(machine);
  if (command.kind === 'no-op') return null;
  const { session: key, seq } = command.id;
  if (key === null) return write(machine, command.write, index);
  const session = sorted.find(machine.sessions, key);
  if (session?.seq === seq) return session.answer;
  const isOld = session ? seq < session.seq : seq > 1;
  if (isOld) return { kind: 'expired' };
  const answer = write(machine, command.write, index);
  sorted.put(machine.sessions, { key, seq, answer, usedAt: index });
  return answer;
}

function write(machine: Machine, asked: Write, index: Index): Answer {
  const done = asked.kind === 'delete-tree' || holds(machine, asked);
  const changes = done && change(machine, asked, index);
  if (changes) machine.changedAt = index;
  return { kind: 'written', done, index };
}

/** What `cas` asks for. A key that is gone already is as good as deleted. */
function holds({ pairs }: Machine, { kind, key, cas }: Exclude<Write, { kind: 'delete-tree' }>): boolean {
  const before = sorted.find(pairs, key);
  if (cas === undefined || (kind === 'delete' && !before)) return true;
  return cas === (before?.modifyIndex ?? 0);
}

/** Whether there was anything to change. */
function change(machine: Machine, asked: Write, index: Index): boolean {
  const { pairs, graves } = machine;
  switch (asked.kind) {
    case 'put': {
      const { key, value, flags } = asked;
      const createIndex = sorted.find(pairs, key)?.createIndex ?? index;
      sorted.put(pairs, { key, value, flags, createIndex, modifyIndex: index });
      return true;
    }
    case 'delete':
      if (!sorted.remove(pairs, asked.key)) return false;
      sorted.put(graves, { key: asked.key, index });
      return true;
    case 'delete-tree': {
      const gone = sorted.under(pairs, asked.prefix);
      pairs.splice(sorted.placeOf(pairs, asked.prefix), gone.length);
      for (const { key } of gone) sorted.put(graves, { key, index });
      return gone.length > 0;
    }
    default:
      return asked satisfies never;
  }
}

/** What a read finds, and an index that grows whenever that changes. */
function look({ pairs, graves, graveless, changedAt }: Machine, read: Read): { pairs: Pair[]; index: Index } {
  if (read.kind === 'get') {
    const pair = sorted.find(pairs, read.key);
    return pair ? { pairs: [pair], index: pair.modifyIndex } : { pairs: [], index: changedAt };
  }
  const found = sorted.under(pairs, read.prefix);
  let index = 0;
  for (const pair of found) index = Math.max(index, pair.modifyIndex);
  for (const grave of sorted.under(graves, read.prefix)) index = Math.max(index, grave.index);
  return { pairs: found, index: index === 0 ? changedAt : Math.max(index, graveless) };
}

/** The oldest sessions and graves, as far as there are too many. All machines forget the same at the same index. */
function forget(machine: Machine): void {
  const idleSince = nthNewest(machine.sessions.map(({ usedAt }) => usedAt));
  machine.sessions = machine.sessions.filter(({ usedAt }) => usedAt > idleSince);
  machine.graveless = Math.max(machine.graveless, nthNewest(machine.graves.map(({ index }) => index)));
  machine.graves = machine.graves.filter(({ index }) => index > machine.graveless);
}

/** The newest of the indexes that are too many; 0 if none is. */
const nthNewest = (indexes: Index[]): Index => indexes.sort((a, b) => b - a)[mostKept] ?? 0;
