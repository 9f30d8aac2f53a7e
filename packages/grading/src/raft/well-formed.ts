/**
 * A Raft node whose every message, save and state is looked at: has it the fields that Figure 2 gives it, and is each of
 * its type? The type checker has said so too, to those who asked it; whoever did not reads here which field it is, not
 * what breaks elsewhere because of it. More fields and further kinds of messages are free.
 */
import { type Address, BrokenContract, type Changes, type Millis, type Protocol, type World } from '@weekend/protocol';
import type { Index, Message, Raft, Role, State } from '@weekend/raft';

/** What was wanted; nothing if it is so. */
type Check = (value: unknown) => string | undefined;

/** By kind, the fields that it has. */
type Fields = Partial<Record<string, Readonly<Record<string, Check>>>>;

export const wellFormed = (protocol: Protocol<Raft>): Protocol<Raft> => ({
  start: (me, peers, saved, world) => protocol.start(me, peers, saved, world),
  onMessage(state, from, message, world) {
    const checked = new Checked(world);
    protocol.onMessage(state, from, message, checked);
    checkState(state, checked.appendedAfter);
    return undefined;
  },
  onTimer(state, timer, world) {
    const checked = new Checked(world);
    protocol.onTimer(state, timer, checked);
    checkState(state, checked.appendedAfter);
    return undefined;
  },
});

class Checked implements World<Raft> {
  /** The index after which the last tail of the log was saved. */
  appendedAfter = 0;
  readonly #world: World<Raft>;

  constructor(world: World<Raft>) {
    this.#world = world;
  }

  get now(): Millis {
    return this.#world.now;
  }

  save(changes: Changes<Raft['Durable']>): void {
    insistOn('save', durable, changes, (name) => name in changes);
    const { log } = changes;
    if (log && 'from' in log) this.appendedAfter = log.from;
    this.#world.save(changes);
  }

  send(to: Address, message: Message): void {
    if (typeof message?.kind !== 'string')
      throw new BrokenContract(`your code has sent ${to} a message without a kind; wanted a text in its field kind`);
    const fields = messages[message.kind];
    if (fields) insistOn(`${message.kind} to ${to}`, fields, message);
    this.#world.send(to, message);
  }

  setTimer(timer: Raft['Timer'], min: Millis, max?: Millis): void {
    this.#world.setTimer(timer, min, max);
  }

  clearTimer(timer: Raft['Timer']): void {
    this.#world.clearTimer(timer);
  }

  choose<T>(options: readonly T[]): T {
    return this.#world.choose(options);
  }
}

// —— what is wanted ——

const text: Check = (value) => (typeof value === 'string' ? undefined : 'a text');
const whole: Check = (value) => (Number.isInteger(value) ? undefined : 'a whole number');
const time: Check = (value) => (Number.isFinite(value) ? undefined : 'a number');
const yesOrNo: Check = (value) => (typeof value === 'boolean' ? undefined : 'true or false');
const record: Check = (value) => (typeof value === 'object' && value !== null ? undefined : 'an object');
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null ? undefined : check(value) && `${check(value)} or null`;
const listOf =
  (check: Check): Check =>
  (value) => {
    const isRight = Array.isArray(value) && value.every((each) => check(each) === undefined);
    return isRight ? undefined : `a list, of which each is ${check(undefined)}`;
  };

const isEntry = (value: unknown): boolean =>
  record(value) === undefined && Number.isInteger((value as { term: unknown }).term) && 'command' in (value as object);
const entry: Check = (value) => (isEntry(value) ? undefined : 'an entry with its term and its command');

/** What is saved of the log: the whole of it, or what follows `from`. */
const tail: Check = (value) => listOf(entry)(Array.isArray(value) ? value : (value as { items?: unknown })?.items);

const candidacy = { term: whole, candidateId: text, lastLogIndex: whole, lastLogTerm: whole };
const confirming = { term: whole, round: whole };

const conflict: Check = (value) => {
  const { term, index } = (value ?? {}) as { term?: unknown; index?: unknown };
  const isRight = value === undefined || (orNull(whole)(term) === undefined && whole(index) === undefined);
  return isRight ? undefined : 'nothing, or a term or null and an index';
};

const pair: Check = (value) => {
  const wanted = { key: text, value: text, flags: whole, createIndex: whole, modifyIndex: whole };
  return record(value) ?? lacking(wanted, value as object)?.wanted;
};

const answers: Fields = {
  written: { done: yesOrNo, index: whole },
  read: { pairs: listOf(pair), index: whole, knownLeader: yesOrNo, lastContact: orNull(time) },
  'not-leader': { leader: orNull(text) },
  unknown: {},
  expired: {},
};

const answer: Check = (value) => {
  const { kind } = (value ?? {}) as { kind?: string };
  const wanted = kind === undefined ? undefined : answers[kind];
  if (!wanted) return `an answer of one of the kinds ${Object.keys(answers).join(', ')}`;
  const wrong = lacking(wanted, value as object);
  return wrong && `a field ${wrong.name} that is ${wrong.wanted}`;
};

const messages: Fields = {
  RequestVote: candidacy,
  RequestVoteReply: { term: whole, voteGranted: yesOrNo },
  PreVote: candidacy,
  PreVoteReply: { term: whole, voteGranted: yesOrNo },
  AppendEntries: {
    term: whole,
    leaderId: text,
    prevLogIndex: whole,
    prevLogTerm: whole,
    entries: listOf(entry),
    leaderCommit: whole,
  },
  AppendEntriesReply: { term: whole, success: yesOrNo, matchIndex: whole, conflict },
  ConfirmLeader: confirming,
  ConfirmLeaderReply: confirming,
  Reply: { id: record, answer },
};

const durable = { currentTerm: whole, votedFor: orNull(text), log: tail };

const node = { currentTerm: whole, votedFor: orNull(text), log: record, role: record, commitIndex: whole };

const roles: Fields = {
  follower: { leader: orNull(text) },
  candidate: { votes: listOf(text) },
  leader: { nextIndex: record, matchIndex: record },
} satisfies Record<Role['kind'], unknown>;

/** Looking at the whole log after each event would take longer than all the rest. */
function checkState(state: State, appendedAfter: Index): void {
  insistOn('state', node, state);
  const fields = roles[state.role.kind];
  if (fields) insistOn('state.role', fields, state.role);
  else throw new BrokenContract(`your state.role is ${JSON.stringify(state.role)}; wanted a kind that Raft has`);
  const { log } = state;
  if (appendedAfter > 0 && log.length >= appendedAfter && !isEntry(log[appendedAfter - 1]))
    throw new BrokenContract(
      `your code has put entries after index ${appendedAfter} of the log, and at ${appendedAfter} there is none; wanted a log without a gap`,
    );
}

function insistOn(what: string, checks: Readonly<Record<string, Check>>, value: object, matters?: Matters): void {
  const wrong = lacking(checks, value, matters);
  if (!wrong) return;
  const { name, found, wanted } = wrong;
  throw new BrokenContract(`in your ${what} the field ${name} is ${JSON.stringify(found)}; wanted ${wanted}`);
}

type Matters = (name: string) => boolean;

/** The first field that is not as wanted. */
function lacking(checks: Readonly<Record<string, Check>>, value: object, matters: Matters = () => true) {
  for (const name in checks) {
    const found = (value as Record<string, unknown>)[name];
    const wanted = matters(name) ? checks[name]?.(found) : undefined;
    if (wanted !== undefined) return { name, found, wanted };
  }
  return undefined;
}
