/**
 * Replicas on a stage: a network that a scene or a walk holds in its hand, message by message, and clients whose requests
 * arrive at once. Everything that clients saw is kept as a history. Time passes by the replicas' clocks.
 */
import type { Completion, History, KvInput, KvOutput } from '@weekend/checkers';
import type { Key, Refused, SessionReply, Value, VectorClock } from '@weekend/consistency';
import { type Address, inspected, type Millis, type Protocol, type Shape } from '@weekend/protocol';
import type { Fault, Packet, Simulation } from '@weekend/simulator';
import { type Teller, tell } from '@weekend/transcript';
import { insist, Refuted } from '../refuted.ts';
import type { Simulate } from '../run.ts';

/** A kind of replica, and how its clients and stories speak. */
export interface Kind<S extends Shape> {
  node: Protocol<S>;
  teller: Teller<S>;
  request(id: number, ask: Ask, after: VectorClock): S['Message'];
}

export interface Setting {
  seed: number;
  nodes: readonly Address[];
  /** How far a replica's clock is ahead of the others. */
  ahead?: Readonly<Record<Address, Millis>>;
}

/** A read if there is no value. `null` deletes. */
export interface Ask {
  key: Key;
  value?: Value;
}

/** Does one thing at a time, and carries along what it knows. */
export interface Client {
  name: Address;
  after: VectorClock;
}

export interface Asked extends Ask {
  client: Client;
  id: number;
  node: Address;
  call: number;
  answer?: { kind: 'answered'; at: number; value: Value } | { kind: 'refused' };
}

export type Which<S extends Shape> = (packet: Packet<S>) => boolean;

/** Inspection costs a multiple of a run, and every scene is inspected. */
const inspectEvery = 5;

/** So many things within a moment are without end. */
const mostSteps = 2_000;

export class Cluster<S extends Shape> {
  readonly sim: Simulation<S>;
  readonly asked: Asked[] = [];
  readonly #kind: Kind<S>;
  readonly #open = new Map<Address, Asked>();
  #moment = 0;

  constructor(kind: Kind<S>, { seed, nodes, ahead = {} }: Setting, simulate: Simulate<S>) {
    this.#kind = kind;
    const node = seed % inspectEvery === 1 ? inspected(kind.node) : kind.node;
    const plan = Object.entries(ahead).map(
      ([name, time]): Fault => ({ at: 0, kind: 'skew', node: name, rate: 1, ahead: time }),
    );
    this.sim = simulate({
      seed,
      nodes: Object.fromEntries(nodes.map((name) => [name, node])),
      network: 'by hand',
      timers: 'by clock',
      plan,
      afterTurn: (from, _sim, { sends }) => {
        for (const { to, message } of sends) if (!nodes.includes(to)) this.#hear(from, to, message);
        return undefined;
      },
    });
    this.#goOn();
  }

  // —— what happens ——

  /** A client's request arrives at a replica, now. */
  ask(node: Address, ask: Ask, client: Client = stranger(this.asked.length)): Asked {
    // Counted by each client for himself, so that an id alone names nobody's request.
    const id = 1 + this.asked.filter((before) => before.client.name === client.name).length;
    const asked: Asked = { ...ask, client, id, node, call: ++this.#moment };
    this.asked.push(asked);
    this.#open.set(client.name, asked);
    this.#say(client.name, node, this.#kind.request(asked.id, ask, client.after));
    return asked;
  }

  put(node: Address, key: Key, value: Value, client?: Client): Asked {
    return this.ask(node, { key, value }, client);
  }

  get(node: Address, key: Key, client?: Client): Asked {
    return this.ask(node, { key }, client);
  }

  /** Somebody who is no replica says something. */
  says(to: Address, message: S['Message']): void {
    this.#say('operator', to, message);
  }

  /** All messages between replicas, the oldest first. */
  get onTheirWay(): readonly Packet<S>[] {
    return this.sim.packets.filter(({ to }) => this.sim.nodes.includes(to));
  }

  /** The messages that `act` puts on their way: one for each receiver, or more. */
  sentIn(act: () => void): readonly Packet<S>[] {
    const before = this.onTheirWay;
    act();
    return this.onTheirWay.filter((packet) => !before.includes(packet));
  }

  deliver(packet: Packet<S>): void {
    this.sim.deliver(packet);
    this.#goOn();
  }

  /** Messages arrive, the oldest first, and those that they bring about, until only others are left. */
  flows(which: Which<S> = () => true): void {
    for (let steps = 0; ; steps++) {
      const next = this.onTheirWay.find(which);
      if (!next) return;
      insist(
        steps < mostSteps,
        `${steps} messages in a row have answered each other; wanted the replicas to fall silent`,
      );
      this.deliver(next);
    }
  }

  /** All of these arrive. Copies of them may still come. */
  delivers(packets: readonly Packet<S>[]): void {
    for (const packet of packets) this.deliver(packet);
  }

  /** Copies of these, on their way. */
  copies(packets: readonly Packet<S>[]): readonly Packet<S>[] {
    return packets.map((packet) => this.sim.duplicate(packet));
  }

  /** These never arrive. */
  loses(which: Which<S> = () => true): void {
    for (const packet of this.onTheirWay) if (which(packet)) this.sim.drop(packet);
  }

  passes(time: Millis): void {
    const stopped = this.sim.run({ until: Math.ceil(this.sim.now + time), steps: mostSteps });
    insist(stopped !== 'steps', `the replicas have done ${mostSteps} things within ${time} ms; wanted them to wait`);
    this.#goOn();
  }

  /** A client gives up waiting. What became of its request nobody knows. */
  givesUp(asked: Asked): void {
    this.#open.delete(asked.client.name);
  }

  // —— what came of it ——

  history(): History<KvInput, KvOutput> {
    return this.asked.map((asked) => ({
      process: asked.client.name,
      input: inputOf(asked),
      call: asked.call,
      completion: completionOf(asked),
    }));
  }

  story(): string[] {
    return tell(this.sim.trace, this.#kind.teller, { lines: 19 });
  }

  // —— what is wanted ——

  /** That a request is answered by now. */
  answered(asked: Asked, why: string): Value {
    const { answer } = asked;
    insist(
      answer?.kind === 'answered',
      `${asked.client.name} has asked ${asked.node} for ${told(asked)}, and ${answer ? 'was refused' : 'has no answer'}; wanted one: ${why}`,
    );
    return answer.value;
  }

  /** That a read is answered by now, with this value. */
  reads(node: Address, key: Key, value: Value, why: string, client?: Client): Asked {
    const asked = this.get(node, key, client);
    this.found(asked, value, why);
    return asked;
  }

  found(asked: Asked, value: Value, why: string): void {
    const found = this.answered(asked, why);
    insist(
      found === value,
      `${asked.client.name} has read ${asked.key} at ${asked.node} and found ${JSON.stringify(found)}; wanted ${JSON.stringify(value)}: ${why}`,
    );
  }

  unanswered(asked: Asked, why: string): void {
    insist(
      asked.answer === undefined,
      `${asked.client.name} has asked ${asked.node} for ${told(asked)} and is answered; wanted it to wait: ${why}`,
    );
  }

  #say(from: Address, to: Address, message: S['Message']): void {
    this.sim.deliver(this.sim.inject(from, to, message));
    this.#goOn();
  }

  #goOn(): void {
    if (this.sim.failure) throw new Refuted('a handler threw');
  }

  #hear(node: Address, name: Address, message: S['Message']): void {
    const asked = this.#open.get(name);
    if (message.kind !== 'Reply' && message.kind !== 'Refused') return;
    const { id, value, after } = message as unknown as Partial<SessionReply>;
    if (!asked || id !== asked.id) return;
    this.#open.delete(name);
    if ((message as unknown as Refused).kind === 'Refused') {
      asked.answer = { kind: 'refused' };
      return;
    }
    insist(
      typeof value === 'string' || value === null,
      `${node} has answered ${told(asked)} with the value ${JSON.stringify(value)}; wanted a string, or null for nothing`,
    );
    asked.answer = { kind: 'answered', at: ++this.#moment, value: asked.value === undefined ? value : null };
    for (const [replica, count] of Object.entries(after ?? {}))
      asked.client.after[replica] = Math.max(asked.client.after[replica] ?? 0, count);
  }
}

/** Somebody who has never asked before. */
const stranger = (number: number): Client => client(`c${number + 1}`);

export const client = (name: Address): Client => ({ name, after: {} });

const told = ({ key, value }: Ask): string =>
  value === undefined ? `get ${key}` : `put ${key}=${JSON.stringify(value)}`;

function inputOf({ key, value }: Ask): KvInput {
  if (value === undefined) return { kind: 'get', key };
  return value === null ? { kind: 'delete', key } : { kind: 'put', key, value };
}

function completionOf({ answer }: Asked): Completion<KvOutput> {
  if (answer === undefined) return { kind: 'info' };
  return answer.kind === 'refused' ? { kind: 'fail' } : { kind: 'ok', at: answer.at, output: answer.value };
}
