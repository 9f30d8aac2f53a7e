/**
 * 02 · Consistency.
 *
 * Each handler changes `state` in place, asks `world` for everything else, and returns nothing; the other functions answer
 * something and change nothing.
 */
import type {
  Causal,
  CausalState,
  Consistency,
  Key,
  PrimaryBackup,
  PrimaryState,
  SessionGet,
  SessionPut,
  Update,
  Value,
  VectorClock,
  Version,
} from '@weekend/consistency';
import type { Address, World } from '@weekend/protocol';
import * as judges from './judges.ts';

export const consistency: Consistency = {
  // —— eventual: each replica answers at once, and now and then tells the others all that it knows ——

  /** Of two versions of one key the one that wins: the higher `time`; with equal times the `writer` decides. */
  newest(a, b) {
    // stub: which of two versions wins
    if (a.time !== b.time) return a.time > b.time ? a : b;
    return a.writer > b.writer ? a : b;
  },

  /** A client reads. Answer with a Reply, from this replica's own copy; null if there is nothing. */
  onEventualGet(state, client, get, world) {
    // stub: a read that nobody waits for
    const { id, key } = get;
    world.send(client, { kind: 'Reply', id, value: state.entries[key]?.value ?? null });
  },

  /** A client writes. Its version is newer than the one that this replica holds, whatever the clock says. Answer at once. */
  onEventualPut(state, client, put, world) {
    // stub: a write that nobody waits for
    const { id, key, value } = put;
    state.entries[key] = successor(state.entries[key], value, state.me, world.now);
    world.send(client, { kind: 'Reply', id, value: null });
  },

  /** Every 100 ms. Tell the others what this replica knows. */
  onGossipTimer(state, world) {
    // stub: what a replica tells the others
    for (const peer of state.peers) world.send(peer, { kind: 'Gossip', entries: state.entries });
  },

  /** A replica has told what it knows, or knew a while ago. */
  onGossip(state, _from, gossip, _world) {
    // stub: what a replica learns from the others
    for (const [key, version] of Object.entries(gossip.entries)) merge(state.entries, key, version);
  },

  // —— causal: who sees an effect sees its causes ——

  /** Did `a` happen before `b`, after it, are they equal, or do they know nothing of each other? */
  compareClocks(a, b) {
    // stub: what happened before what
    const [someLess, someMore] = [!covers(a, b), !covers(b, a)];
    if (someLess && someMore) return 'concurrent';
    if (someLess) return 'before';
    return someMore ? 'after' : 'equal';
  },

  /** What somebody knows who knows all that `a` and `b` know. A new clock: leave both as they are. */
  mergeClocks(a, b) {
    // stub: what two know together
    const merged = { ...a };
    for (const [replica, count] of Object.entries(b)) merged[replica] = Math.max(merged[replica] ?? 0, count);
    return merged;
  },

  /** A client reads, who has seen everything up to `get.after`. If this replica has not, the client waits. */
  onCausalGet(state, client, get, world) {
    // stub: a read of a client that moves
    serveOrWait(state, client, get, world);
  },

  /** A client writes, who has seen everything up to `put.after`. Number the write, apply it, tell the others, answer. */
  onCausalPut(state, client, put, world) {
    // stub: a write that carries its causes
    serveOrWait(state, client, put, world);
  },

  /** Another replica's write has come: in its turn, too early, or once again. Who waits for it? */
  onUpdate(state, _from, update, world) {
    // stub: when a write may be applied
    state.early.push(update);
    for (let next = takeReady(state); next; next = takeReady(state)) {
      state.applied[next.version.writer] = countOf(next.clock, next.version.writer);
      merge(state.entries, next.key, next.version);
    }
    state.early = state.early.filter((early) => !isKnown(early, state));
    const waiting = state.waiting;
    state.waiting = [];
    for (const { client, request } of waiting) serveOrWait(state, client, request, world);
  },

  // —— sequential: one replica numbers all writes ——

  /** A client reads. Answer at once, from this replica's own copy. */
  onSequentialGet(state, client, get, world) {
    // stub: a read of the own copy
    const { id, key } = get;
    world.send(client, { kind: 'Reply', id, value: state.values[key] ?? null });
  },

  /** A client writes. Have the sequencer number it; the client is answered when the write has been applied here. */
  onSequentialPut(state, client, put, world) {
    // stub: a write that asks for its number
    const { id, key, value } = put;
    world.send(state.sequencer, { kind: 'Forward', write: { client, id, key, value, replica: state.me } });
  },

  /** At the sequencer: a replica asks for a number, perhaps once again. All replicas must hear of it, this one too. */
  onForward(state, _from, forward, world) {
    // stub: how the sequencer numbers a write
    const { write } = forward;
    if (state.ordered.some(({ client, id }) => client === write.client && id === write.id)) return;
    const number = state.ordered.push(write);
    for (const replica of [state.me, ...state.peers]) world.send(replica, { kind: 'Ordered', number, write });
  },

  /** A numbered write has come: the next one, one too early, or one once again. */
  onOrdered(state, _from, ordered, world) {
    // stub: when a numbered write is applied
    state.early.push(ordered);
    for (let next = takeNext(state); next; next = takeNext(state)) {
      const { client, id, key, value, replica } = next.write;
      state.values[key] = value;
      state.applied = next.number;
      if (replica === state.me) world.send(client, { kind: 'Reply', id, value: null });
    }
  },

  // —— linearizable: everything goes through the primary ——

  /** A client reads. Whoever is not the primary answers Refused. The primary shows only what its backup has, too. */
  onPrimaryGet(state, client, get, world) {
    // stub: a read at the primary
    const { id, key } = get;
    if (state.view.primary !== state.me) world.send(client, { kind: 'Refused', id });
    else world.send(client, { kind: 'Reply', id, value: state.values[key] ?? null });
  },

  /** A client writes. The primary sends it to its backup, and does not apply it yet. Without a backup it need not wait. */
  onPrimaryPut(state, client, put, world) {
    // stub: a write at the primary
    const { me, view } = state;
    if (view.primary !== me) {
      world.send(client, { kind: 'Refused', id: put.id });
      return;
    }
    const number = state.applied + state.pending.length + 1;
    state.pending.push({ number, client, put });
    if (view.backup === null) commit(state, number, world);
    else world.send(view.backup, { kind: 'Replicate', view: view.number, number, key: put.key, value: put.value });
  },

  /** At the backup: a write has come from the primary of `replicate.view`. Apply in order, and say how far you are. */
  onReplicate(state, from, replicate, world) {
    // stub: how a backup follows its primary
    if (replicate.view !== state.view.number || state.view.backup !== state.me) return;
    state.early.push(replicate);
    for (let next = takeNext(state); next; next = takeNext(state)) {
      state.values[next.key] = next.value;
      state.applied = next.number;
    }
    world.send(from, { kind: 'Replicated', view: state.view.number, number: state.applied });
  },

  /** At the primary: the backup has all writes up to `replicated.number`. Apply them, and answer their clients. */
  onReplicated(state, _from, replicated, world) {
    // stub: when a write counts
    const { view, number } = replicated;
    if (view === state.view.number) commit(state, number, world);
  },

  /** The operator says who serves from now on: a replica has died. Does anybody still wait for it? */
  onView(state, view, world) {
    // stub: how a replica takes over
    if (view.number <= state.view.number) return;
    state.view = view;
    if (view.primary === state.me && view.backup === null) commit(state, Number.POSITIVE_INFINITY, world);
  },

  // —— judging histories ——

  /**
   * The strongest model that allows this history of one register: 'linearizable', 'sequential', 'causal', or else
   * 'eventual'. All operations are `ok`, all are reads and writes, no two writes write the same, and there are seven of them
   * at most.
   */
  strongestModel(history) {
    // stub: which model allows a history
    return judges.strongestModel(history);
  },

  /**
   * Whether this history of one register is linearizable: now also with `cas`, with operations that failed, with outcomes that
   * nobody knows, and with equal writes.
   */
  isLinearizable(history) {
    // stub: a checker of your own
    return judges.isLinearizable(history);
  },
};

/** Newer than what this replica holds, whatever its clock says: otherwise the write would be lost where it was made. */
function successor(known: Version | undefined, value: Value, writer: Address, now: number): Version {
  return { value, time: Math.max(now, (known?.time ?? 0) + 1), writer };
}

function merge(entries: Record<Key, Version>, key: Key, version: Version): void {
  const known = entries[key];
  entries[key] = known ? consistency.newest(known, version) : version;
}

const countOf = (clock: VectorClock, replica: Address): number => clock[replica] ?? 0;

const covers = (clock: VectorClock, other: VectorClock): boolean =>
  Object.keys(other).every((replica) => countOf(clock, replica) >= countOf(other, replica));

function serveOrWait(
  state: CausalState,
  client: Address,
  request: SessionGet | SessionPut,
  world: World<Causal>,
): undefined {
  if (covers(state.applied, request.after)) serve(state, client, request, world);
  else state.waiting.push({ client, request });
}

function serve(state: CausalState, client: Address, request: SessionGet | SessionPut, world: World<Causal>): void {
  const { me, peers, entries, applied } = state;
  const { kind, id, key } = request;
  if (kind === 'Get') {
    world.send(client, { kind: 'Reply', id, value: entries[key]?.value ?? null, after: applied });
    return;
  }
  applied[me] = countOf(applied, me) + 1;
  const version = successor(entries[key], request.value, me, world.now);
  entries[key] = version;
  for (const peer of peers) world.send(peer, { kind: 'Update', key, version, clock: applied });
  world.send(client, { kind: 'Reply', id, value: null, after: applied });
}

const isKnown = ({ version, clock }: Update, { applied }: CausalState): boolean =>
  countOf(clock, version.writer) <= countOf(applied, version.writer);

/** Takes out an update that is the next of its writer, and whose writer knew of nothing that is not known here. */
function takeReady(state: CausalState): Update | undefined {
  const { applied, early } = state;
  const at = early.findIndex(({ version: { writer }, clock }) => {
    const isNext = countOf(clock, writer) === countOf(applied, writer) + 1;
    return isNext && covers({ ...applied, [writer]: countOf(clock, writer) }, clock);
  });
  return at < 0 ? undefined : early.splice(at, 1)[0];
}

/** Takes out the write with the next number, and what has been applied already. */
function takeNext<T extends { number: number }>(state: { applied: number; early: T[] }): T | undefined {
  const next = state.early.find(({ number }) => number === state.applied + 1);
  const isEarly = ({ number }: T): boolean => number > state.applied + (next ? 1 : 0);
  state.early = state.early.filter(isEarly);
  return next;
}

/** The backup has everything up to this number. Only now may anybody see it. */
function commit(state: PrimaryState, upTo: number, world: World<PrimaryBackup>): void {
  while (state.pending[0] && state.pending[0].number <= upTo) {
    const { number, client, put } = state.pending.shift() as PrimaryState['pending'][0];
    state.values[put.key] = put.value;
    state.applied = number;
    world.send(client, { kind: 'Reply', id: put.id, value: null });
  }
}
