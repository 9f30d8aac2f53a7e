/** Consistency: four replicated registers, from eventual to linearizable, and two judges of histories. */
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
import { isLinearizable, strongestModel } from './judges.ts';

export const consistency: Consistency = {
  // —— eventual ——

  newest(a, b) {
    if (a.time !== b.time) return a.time > b.time ? a : b;
    return a.writer > b.writer ? a : b;
  },

  onEventualGet(state, client, { id, key }, world) {
    world.send(client, { kind: 'Reply', id, value: state.entries[key]?.value ?? null });
  },

  onEventualPut(state, client, { id, key, value }, world) {
    state.entries[key] = successor(state.entries[key], value, state.me, world.now);
    world.send(client, { kind: 'Reply', id, value: null });
  },

  onGossipTimer(state, world) {
    for (const peer of state.peers) world.send(peer, { kind: 'Gossip', entries: state.entries });
  },

  onGossip(state, _from, { entries }, _world) {
    for (const [key, version] of Object.entries(entries)) merge(state.entries, key, version);
  },

  // —— causal ——

  compareClocks(a, b) {
    const [someLess, someMore] = [!covers(a, b), !covers(b, a)];
    if (someLess && someMore) return 'concurrent';
    if (someLess) return 'before';
    return someMore ? 'after' : 'equal';
  },

  mergeClocks(a, b) {
    const merged = { ...a };
    for (const [replica, count] of Object.entries(b)) merged[replica] = Math.max(merged[replica] ?? 0, count);
    return merged;
  },

  onCausalGet: (state, client, get, world) => serveOrWait(state, client, get, world),

  onCausalPut: (state, client, put, world) => serveOrWait(state, client, put, world),

  onUpdate(state, _from, update, world) {
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

  // —— sequential ——

  onSequentialGet(state, client, { id, key }, world) {
    world.send(client, { kind: 'Reply', id, value: state.values[key] ?? null });
  },

  onSequentialPut(state, client, { id, key, value }, world) {
    world.send(state.sequencer, { kind: 'Forward', write: { client, id, key, value, replica: state.me } });
  },

  onForward(state, _from, { write }, world) {
    if (state.ordered.some(({ client, id }) => client === write.client && id === write.id)) return;
    const number = state.ordered.push(write);
    for (const replica of [state.me, ...state.peers]) world.send(replica, { kind: 'Ordered', number, write });
  },

  onOrdered(state, _from, ordered, world) {
    state.early.push(ordered);
    for (let next = takeNext(state); next; next = takeNext(state)) {
      const { client, id, key, value, replica } = next.write;
      state.values[key] = value;
      state.applied = next.number;
      if (replica === state.me) world.send(client, { kind: 'Reply', id, value: null });
    }
  },

  // —— linearizable ——

  onPrimaryGet(state, client, { id, key }, world) {
    if (state.view.primary !== state.me) world.send(client, { kind: 'Refused', id });
    else world.send(client, { kind: 'Reply', id, value: state.values[key] ?? null });
  },

  onPrimaryPut(state, client, put, world) {
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

  onReplicate(state, from, replicate, world) {
    if (replicate.view !== state.view.number || state.view.backup !== state.me) return;
    state.early.push(replicate);
    for (let next = takeNext(state); next; next = takeNext(state)) {
      state.values[next.key] = next.value;
      state.applied = next.number;
    }
    world.send(from, { kind: 'Replicated', view: state.view.number, number: state.applied });
  },

  onReplicated(state, _from, { view, number }, world) {
    if (view === state.view.number) commit(state, number, world);
  },

  onView(state, view, world) {
    if (view.number <= state.view.number) return;
    state.view = view;
    if (view.primary === state.me && view.backup === null) commit(state, Number.POSITIVE_INFINITY, world);
  },

  // —— histories ——

  strongestModel,
  isLinearizable,
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
