/**
 * A client of the simulator: a protocol like a node's. It asks for one thing after another, each under one id until it
 * knows the outcome, moves to another node when one refuses or says nothing, and writes down what it has seen.
 */
import type { Address, Millis, Protocol, Shape, World } from '@weekend/protocol';
import type { Answer, Ask, Durable, Index, Message, Raft, ReadMode, Reply, RequestId, State } from '@weekend/raft';
import { cas, put } from './asks.ts';

/** Nodes and clients in one simulation. */
export interface Town extends Shape {
  State: State | Client;
  Message: Message;
  Timer: Raft['Timer'] | 'next' | 'again';
  Durable: Durable;
}

export interface Client {
  me: Address;
  /** The node that it asks. */
  at: Address;
  /** So many things it has asked for, and so many writes. */
  asked: number;
  writes: number;
  /** What it waits for. */
  waiting: Waiting | null;
  /** What has come of its requests. */
  seen: Seen[];
  /** What it found under each key when it last looked, for its next cas. */
  found: Record<string, Found>;
}

interface Found {
  value: string | null;
  index: Index;
}

interface Waiting {
  id: RequestId;
  ask: Ask;
  since: Millis;
}

/** One request, and what came of it. */
export interface Seen {
  ask: Ask;
  since: Millis;
  at: Millis;
  answer: Answer;
  /** For a cas: what the key held when it had that index. */
  before?: string | null;
}

export interface Habits {
  nodes: readonly Address[];
  keys: readonly string[];
  /** It begins nothing new from then on. */
  closing: Millis;
  /** How long it thinks between two requests, at most. */
  thinks: Millis;
}

/** A client that has heard nothing for so long asks again, somewhere else. */
const patience = { min: 60, max: 120 };

/** Likes and dislikes, each as often as it stands here. */
const likes = ['put', 'put', 'put', 'consistent', 'consistent', 'default', 'stale', 'cas', 'cas', 'delete'] as const;

export const client = (habits: Habits): Protocol<Town> => ({
  start(me, _peers, _saved, world): Client {
    world.setTimer('next', 0, habits.thinks);
    return { me, at: world.choose(habits.nodes), asked: 0, writes: 0, waiting: null, seen: [], found: {} };
  },

  onMessage(state, _from, message, world) {
    if (message.kind === 'Reply') hear(state as Client, message, habits, world);
    return undefined;
  },

  onTimer(state, timer, world) {
    const me = state as Client;
    if (timer === 'next' && world.now < habits.closing) begin(me, habits, world);
    if (timer === 'again' && me.waiting) move(me, null, habits, world);
    return undefined;
  },
});

function begin(me: Client, { keys }: Habits, world: World<Town>): void {
  const ask = think(me, world.choose(keys), world);
  const isRead = ask.kind === 'get';
  me.asked += 1;
  if (!isRead) me.writes += 1;
  me.waiting = {
    id: isRead ? { session: null, seq: me.asked } : { session: me.me, seq: me.writes },
    ask,
    since: world.now,
  };
  send(me, me.waiting, world);
}

function think(me: Client, key: string, world: World<Town>): Exclude<Ask, { kind: 'list' | 'delete-tree' }> {
  const like = world.choose(likes);
  const value = `${me.me}.${me.asked + 1}`;
  switch (like) {
    case 'put':
      return put(key, value);
    case 'cas':
      return cas(key, value, me.found[key]?.index ?? 0);
    case 'delete':
      return { kind: 'delete', key };
    default:
      return { kind: 'get', key, mode: like satisfies ReadMode };
  }
}

function send(me: Client, { id, ask }: Waiting, world: World<Town>): void {
  world.send(me.at, { kind: 'Request', id, ask });
  world.setTimer('again', patience.min, patience.max);
}

/** To the leader that was named, or to anybody. */
function move(me: Client, leader: Address | null, { nodes }: Habits, world: World<Town>): void {
  me.at = leader !== null && nodes.includes(leader) ? leader : world.choose(nodes);
  if (me.waiting) send(me, me.waiting, world);
}

function hear(me: Client, { id, answer }: Reply, habits: Habits, world: World<Town>): void {
  const { waiting } = me;
  if (waiting?.id.session !== id.session || waiting.id.seq !== id.seq) return;
  switch (answer.kind) {
    case 'not-leader':
      if (answer.leader !== null) move(me, answer.leader, habits, world);
      else world.setTimer('again', 10, 30);
      return;
    case 'unknown':
      // Not at once: a cluster without a leader would have no peace.
      world.setTimer('again', 10, 30);
      return;
    case 'expired':
    case 'written':
    case 'read':
      me.seen.push({ ...waiting, at: world.now, answer, ...knew(me, waiting.ask) });
      learn(me, waiting.ask, answer);
      me.waiting = null;
      world.clearTimer('again');
      world.setTimer('next', 0, habits.thinks);
      return;
    default:
      answer satisfies never;
  }
}

const knew = (me: Client, ask: Ask): Pick<Seen, 'before'> =>
  ask.kind === 'put' && ask.cas !== undefined ? { before: me.found[ask.key]?.value ?? null } : {};

function learn(me: Client, ask: Ask, answer: Answer): void {
  if (ask.kind !== 'get' || answer.kind !== 'read') return;
  const [pair] = answer.pairs;
  me.found[ask.key] = pair ? { value: pair.value, index: pair.modifyIndex } : { value: null, index: 0 };
}
