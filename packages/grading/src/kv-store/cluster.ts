/**
 * A cluster on a stage: nodes with the student's key-value stage, a network that a scene can hold back message by message,
 * and clients who ask one thing each. A message travels for a millisecond; time passes by the nodes' clocks.
 */
import { type Address, inspected, type Millis } from '@weekend/protocol';
import type { Answer, Index, KeyValue, Message, Raft, Read, RequestId, State, Write } from '@weekend/raft';
import type { Simulation } from '@weekend/simulator';
import { insist, Refuted } from '../refuted.ts';
import type { Simulate } from '../run.ts';
import { trySeeds } from '../seeds.ts';
import type { Broken } from '../suite.ts';
import { asFarAsWritten } from '../written.ts';
import { nobody, told } from './asks.ts';
import { type Handler, storeNode } from './node.ts';
import { tellClients } from './story.ts';

export interface Scene {
  nodes: readonly Address[];
  /** How much faster than time a node's clock runs. 1 where nothing is said. */
  clocks?: Readonly<Record<Address, number>>;
  act(cluster: Cluster): void;
  /** Of a scene that was drawn. */
  seed?: number;
}

export const scene = (size: number, act: Scene['act']): Scene => ({ nodes: names(size), act });

/** What breaks first when these scenes are played in order. Only the handlers in `needed` have to be written for them. */
export function playScenes(stage: KeyValue, needed: readonly Handler[], scenes: readonly Scene[]): Broken | undefined {
  const written = asFarAsWritten(stage, needed);
  for (const { nodes, clocks, act, seed: drawn } of scenes) {
    const broken = trySeeds<Raft>({ seed: drawn ?? 1, seeds: 1 }, (seed, simulate) => {
      const cluster = new Cluster(written, { seed, simulate, nodes, clocks });
      return { sim: cluster.sim, act: () => act(cluster), story: tellClients };
    });
    if (broken) return { ...broken, seed: drawn };
  }
  return undefined;
}

/** What a client has asked, and what it was answered so far. */
export interface Asked {
  client: Address;
  id: RequestId;
  ask: Read | Write;
  /** The node that it was last sent to. */
  node: Address;
  answers: Answer[];
}

/** Whether a message stays on its way. */
export type Held = (packet: { from: Address; to: Address; message: Message }) => boolean;

interface Setting {
  seed: number;
  simulate: Simulate<Raft>;
  nodes: readonly Address[];
  clocks: Scene['clocks'] | undefined;
}

/** So many things within a millisecond are without end. */
const mostSteps = 1_000;

export class Cluster {
  readonly sim: Simulation<Raft>;
  readonly #asked = new Map<Address, Asked>();
  #held: Held = () => false;
  #copies = 1;

  constructor(stage: KeyValue, { seed, simulate, nodes, clocks = {} }: Setting) {
    const protocol = inspected(storeNode(stage));
    this.sim = simulate({
      seed,
      nodes: Object.fromEntries(nodes.map((node) => [node, protocol])),
      network: 'by hand',
      timers: 'by clock',
      plan: Object.entries(clocks).map(([node, rate]) => ({ at: 0, kind: 'skew', node, rate })),
      afterTurn: (node, _sim, { sends }) => {
        for (const { to, message } of sends)
          if (message.kind === 'Reply') this.#hear(node, to, message.id, message.answer);
        return undefined;
      },
    });
    this.#goOn();
  }

  // —— what happens ——

  /** A client's request arrives at a node, now. */
  ask(node: Address, ask: Read | Write, id: RequestId = nobody): Asked {
    const asked = { client: `c${this.#asked.size + 1}`, id, ask, node, answers: [] };
    this.#asked.set(asked.client, asked);
    this.#deliver(asked);
    return asked;
  }

  /** The same request arrives once more: repeated by the network, or by a client that has heard nothing. */
  askAgain(asked: Asked, node: Address): void {
    asked.node = node;
    this.#deliver(asked);
  }

  /** So many milliseconds pass. */
  passes(time: Millis): void {
    const end = this.sim.now + time;
    while (this.sim.now < end) {
      const stopped = this.sim.run({ until: Math.min(end, this.sim.now + 1), steps: mostSteps });
      if (stopped === 'steps')
        throw new Refuted(
          `the cluster has done ${mostSteps} things within a millisecond; wanted it to wait for messages and timers`,
        );
      this.#goOn();
      this.#carry();
    }
  }

  /** Time passes until something holds, at most so many milliseconds. Whether it holds. */
  within(time: Millis, holds: () => boolean): boolean {
    for (const end = this.sim.now + time; !holds(); this.passes(1)) if (this.sim.now >= end) return false;
    return true;
  }

  /** From now on these messages stay on their way; the others travel on, those that have been held among them. */
  holds(held: Held): void {
    this.#held = held;
  }

  /** Nodes hear only those of their own group. */
  parts(...groups: (readonly Address[])[]): void {
    const groupOf = (node: Address) => groups.findIndex((group) => group.includes(node));
    this.holds(({ from, to }) => groupOf(from) !== groupOf(to));
  }

  /** Nothing is held any more. What is on its way between nodes is lost, so that only what is said from now on counts. */
  heals(): void {
    this.loses(() => true);
    this.holds(() => false);
  }

  /** These messages, of those on their way, never arrive. */
  loses(which: Held): void {
    for (const packet of this.sim.packets) if (this.#isNode(packet.to) && which(packet)) this.sim.drop(packet);
  }

  /** From now on each message arrives so often. */
  copies(times: number): void {
    this.#copies = times;
  }

  /** A node stands for election, and wins it. */
  elects(node: Address): void {
    for (let attempt = 0; attempt < 10 && !this.leads(node); attempt++) {
      this.sim.fire(node, 'election');
      this.#goOn();
      this.within(10, () => this.leads(node));
    }
    insist(
      this.leads(node),
      `${node} has stood for election again and again, has every vote, and does not lead; wanted its role, term and log to be left to the stages that own them`,
    );
  }

  /**
   * One of these leads: who does already by its own timer, or who stands and wins. Not a certain one: who has just missed
   * the first entry of another leader is behind the others, and rightly refused (§5.4.1).
   */
  electsOneOf(nodes: readonly Address[]): Address {
    const leader = () => nodes.find((node) => this.leads(node));
    for (let attempt = 0; attempt < 10; attempt++)
      for (const node of nodes) {
        const found = leader();
        if (found !== undefined) return found;
        this.sim.fire(node, 'election');
        this.#goOn();
        this.within(10, () => leader() !== undefined);
      }
    const found = leader();
    insist(
      found !== undefined,
      `${nodes.join(', ')} have stood for election again and again, and none of them leads; wanted their roles, terms and logs to be left to the stages that own them`,
    );
    return found;
  }

  crashes(node: Address): void {
    this.sim.crash(node);
  }

  restarts(node: Address): void {
    this.sim.restart(node);
    this.#goOn();
  }

  // —— what is ——

  state(node: Address): State {
    const state = this.sim.state(node);
    if (!state) throw new Error(`Cannot look at ${node}: it is down`);
    return state;
  }

  leads(node: Address): boolean {
    return this.sim.state(node)?.role.kind === 'leader';
  }

  // —— what is wanted ——

  /** The answer to come within a time. */
  answered(asked: Asked, within: Millis = patience): Answer {
    this.within(within, () => asked.answers.length > 0);
    const [answer] = asked.answers;
    insist(
      answer !== undefined,
      `${asked.client} has asked ${asked.node} for ${told(asked.ask)} and has no answer after ${within} ms; wanted one`,
    );
    return answer;
  }

  /** That a write is answered as written. */
  written(asked: Asked, done?: boolean): Index {
    const answer = this.answered(asked);
    insist(
      answer.kind === 'written' && (done === undefined || answer.done === done),
      `${asked.client} has asked ${asked.node}, the leader, for ${told(asked.ask)}, and the answer is ${JSON.stringify(answer)}; wanted "written"${done === undefined ? '' : `, done ${done}`}`,
    );
    return answer.index;
  }

  /** A client puts this through a leader, and knows that it has. */
  puts(node: Address, write: Write, id?: RequestId): Asked {
    const asked = this.ask(node, write, id);
    this.written(asked, true);
    return asked;
  }

  /** That a read is answered, with this value. */
  reads(asked: Asked, value: string | undefined): void {
    const answer = this.answered(asked);
    insist(
      answer.kind === 'read',
      `${asked.client} has asked ${asked.node}, the leader, for ${told(asked.ask)}, and the answer is ${JSON.stringify(answer)}; wanted a "read"`,
    );
    this.isFresh(asked, value);
  }

  /** That a read, if it is answered at all, does not find anything else than this. */
  isFresh(asked: Asked, value: string | undefined): void {
    for (const answer of asked.answers) {
      if (answer.kind !== 'read') continue;
      const found = answer.pairs[0]?.value;
      insist(
        found === value,
        `${asked.client} has asked ${asked.node} for ${told(asked.ask)} and was answered ${found ?? 'nothing'}; wanted ${value ?? 'nothing'}, which was the latest when it asked, or no such answer`,
      );
    }
  }

  #deliver({ node, client, id, ask }: Asked): void {
    this.sim.deliver(this.sim.inject(client, node, { kind: 'Request', id, ask }));
    this.#goOn();
  }

  #carry(): void {
    for (const packet of this.sim.packets) {
      if (!this.#isNode(packet.to) || this.#held(packet)) continue;
      const again = Array.from({ length: this.#copies - 1 }, () => this.sim.duplicate(packet));
      for (const each of [packet, ...again]) {
        this.sim.deliver(each);
        this.#goOn();
      }
    }
  }

  #hear(node: Address, client: Address, id: RequestId, answer: Answer): void {
    const asked = this.#asked.get(client);
    if (!asked) return;
    insist(
      id?.session === asked.id.session && id.seq === asked.id.seq,
      `${node} answers ${client}, who has asked under the id ${JSON.stringify(asked.id)}, under ${JSON.stringify(id)}; wanted the request's own id`,
    );
    const isWrite = asked.ask.kind !== 'get' && asked.ask.kind !== 'list';
    const fits = isWrite ? answer.kind !== 'read' : answer.kind !== 'written' && answer.kind !== 'expired';
    insist(
      fits,
      `${node} answers ${client}, who has asked for ${told(asked.ask)}, with ${JSON.stringify(answer)}; wanted an answer to a ${isWrite ? 'write' : 'read'}, and nothing else`,
    );
    asked.answers.push(answer);
  }

  #isNode(address: Address): boolean {
    return this.sim.nodes.includes(address);
  }

  #goOn(): void {
    if (this.sim.failure) throw new Refuted('a handler threw');
  }
}

/** Within so many milliseconds a healthy cluster answers: several heartbeats, and several tries. */
const patience: Millis = 500;

export const names = (size: number): Address[] => Array.from({ length: size }, (_, i) => `n${i + 1}`);
