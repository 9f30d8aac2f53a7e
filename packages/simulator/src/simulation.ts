/**
 * A cluster in virtual time. One seed decides everything: equal options give equal runs, byte for byte, on every machine.
 * Knows no protocol by name.
 */
import { type Address, copy, type Millis, type Protocol, type Shape, type Trace } from '@weekend/protocol';
import { type ClockSetting, micros, millis } from './clock.ts';
import { Cluster, type Failure, type Taken } from './cluster.ts';
import type { Fault, Mishap } from './faults.ts';
import { calm, type Network } from './network.ts';
import { Node, Timer } from './node.ts';
import { Packet } from './packet.ts';
import { carried, Post } from './post.ts';
import { type Happening, Timeline } from './timeline.ts';
import { Trouble } from './trouble.ts';

export interface Options<S extends Shape> {
  /** A whole number. */
  seed: number;
  /** Who runs what. Lineups may differ from node to node. */
  nodes: Readonly<Record<Address, Protocol<S>>>;
  /** `calm`, if left out. By hand, a message stays on its way until a script delivers it. */
  network?: Network | 'by hand';
  /** By hand, a timer runs until a script fires it. By hand if the network is, unless said otherwise. */
  timers?: 'by clock' | 'by hand';
  clocks?: Readonly<Record<Address, ClockSetting>>;
  /** What is on the disks when the nodes boot first. */
  saved?: Readonly<Record<Address, Partial<S['Durable']>>>;
  /** Faults due at 0 come true before the nodes boot: a clock, a cut, a network, not a crash. */
  plan?: readonly Fault[];
  /** Called when a node has taken a turn and its effects are done. The first sentence that it returns ends the run. */
  afterTurn?: (node: Address, sim: Simulation<S>, taken: Taken<S>) => string | undefined;
  /** Writes `trace`. It costs a multiple of the run: run a failing seed again with it. */
  record?: boolean;
}

/** Until a time, or so many steps, or when something holds: whichever comes first. */
export interface Limits {
  until?: Millis;
  steps?: number;
  when?: () => boolean;
}

/** Why a run stopped. `quiet`: nothing is left that would happen by itself. */
export type Stopped = keyof Limits | 'quiet' | 'failed' | 'broken';

/** A timer that runs, by its node's own clock. */
export interface Armed<S extends Shape> {
  timer: S['Timer'];
  setAt: Millis;
  min: Millis;
  max: Millis;
  /** `setAt` and what was drawn from `min` to `max`. */
  due: Millis;
}

/** Boots every node, in order, at time 0. */
export const simulate = <S extends Shape>(options: Options<S>): Simulation<S> => new Simulation(options);

export class Simulation<S extends Shape> {
  readonly nodes: readonly Address[];
  /** The sentence of the invariant that does not hold. */
  broken: string | undefined = undefined;
  readonly #timeline: Timeline<S>;
  readonly #post: Post<S>;
  readonly #cluster: Cluster<S>;
  readonly #trouble: Trouble<S>;
  #failuresTold = 0;

  constructor(options: Options<S>) {
    const { seed, network = calm, timers = network === 'by hand' ? 'by hand' : 'by clock', plan = [] } = options;
    this.nodes = Object.keys(options.nodes);
    const nodes = new Map(
      Object.entries(options.nodes).map(([address, protocol]) => {
        const given = { saved: options.saved?.[address], clock: options.clocks?.[address] };
        return [address, new Node(seed, address, this.nodes, protocol, given)];
      }),
    );
    const timeline = new Timeline<S>({ record: options.record === true, timersByHand: timers === 'by hand' });
    const post = new Post(timeline, nodes, network);
    const { afterTurn } = options;
    const judge = (node: Node<S>, taken: Taken<S>) => {
      this.broken ??= afterTurn?.(node.address, this, taken);
    };
    this.#timeline = timeline;
    this.#post = post;
    this.#cluster = new Cluster({ timeline, post, nodes, afterTurn: afterTurn && judge });
    this.#trouble = new Trouble(timeline, post, this.#cluster);
    for (const fault of plan)
      if (fault.at > 0) timeline.queue.add(micros(fault.at), fault);
      else this.#trouble.suffer(fault);
    for (const node of nodes.values()) if (node.state === undefined) this.#cluster.boot(node);
  }

  // —— running ——

  /** The next thing that happens by itself: a delivery, a timer, a fault of the plan. False if there is none. */
  step(): boolean {
    if (this.broken !== undefined) return false;
    const next = this.#timeline.take();
    if (next === undefined) return false;
    this.#happen(next);
    return true;
  }

  /** Takes steps. Stops at a broken invariant, for good, and once at every handler that throws. */
  run({ until = Number.POSITIVE_INFINITY, steps = Number.POSITIVE_INFINITY, when }: Limits = {}): Stopped {
    for (let taken = 0; ; taken++) {
      if (this.broken !== undefined) return 'broken';
      if (this.#failuresTold < this.failures.length) {
        this.#failuresTold = this.failures.length;
        return 'failed';
      }
      if (when?.()) return 'when';
      if (taken >= steps) return 'steps';
      if (this.#timeline.nextAt > micros(until)) {
        this.#timeline.now = Math.max(this.#timeline.now, micros(until));
        return 'until';
      }
      if (!this.step()) return 'quiet';
    }
  }

  // —— looking ——

  get now(): Millis {
    return millis(this.#timeline.now);
  }

  /** What a node knows; nothing while it is down. To be read, not changed. */
  state(node: Address): S['State'] | undefined {
    return this.#cluster.node(node).state;
  }

  /** What a node has saved. To be read, not changed. */
  disk(node: Address): Partial<S['Durable']> {
    return this.#cluster.node(node).disk;
  }

  isUp(node: Address): boolean {
    return this.state(node) !== undefined;
  }

  /** What a node's own clock shows. */
  clock(node: Address): Millis {
    return millis(this.#cluster.node(node).clock.at(this.#timeline.now));
  }

  /** The timers that run on a node. */
  timers(node: Address): readonly Armed<S>[] {
    const armed = [...this.#cluster.node(node).timers.values()].filter((timer) => timer.armed);
    return armed.map(({ name, setAt, min, max, dueByClock }) => ({
      timer: name,
      setAt: millis(setAt),
      min,
      max,
      due: millis(dueByClock),
    }));
  }

  /** Messages on their way, the oldest first. */
  get packets(): readonly Packet<S>[] {
    return this.#post.onTheirWay;
  }

  /** How often a handler was called. */
  get turns(): number {
    return this.#cluster.turns;
  }

  get messagesSent(): number {
    return this.#cluster.messagesSent;
  }

  get failures(): readonly Failure[] {
    return this.#cluster.failures;
  }

  get failure(): Failure | undefined {
    return this.failures[0];
  }

  /** Empty unless `record` was asked for. */
  get trace(): Trace<S> {
    return this.#timeline.trace;
  }

  // —— scripting ——

  /** Delivers a message that is on its way, now. It is lost if its node is down or its link is cut. */
  deliver(packet: Packet<S>): void {
    this.#claim(packet, 'deliver');
    this.#cluster.arrive(packet);
  }

  drop(packet: Packet<S>): void {
    this.#claim(packet, 'drop');
    this.#post.lose(packet, 'lost');
  }

  /** Sends a copy of a message, delivered already or not, the same way. */
  duplicate(packet: Packet<S>): Packet<S> {
    const twin = this.#post.twin(packet);
    this.#post.launch(twin);
    return twin;
  }

  /** Puts a message on its way that nobody has sent: an adversary's. `from` may be anybody, and hears no answer. */
  inject(from: Address, to: Address, message: S['Message']): Packet<S> {
    this.#cluster.node(to);
    if (!this.nodes.includes(from)) this.#post.strangers.add(from);
    const packet = this.#post.pack(from, to, copy(message));
    this.#timeline.record?.({ kind: 'inject', ...carried(packet) });
    this.#post.launch(packet);
    return packet;
  }

  /** Fires a timer now, if it runs on a node that does. Whether it did. */
  fire(node: Address, timer: S['Timer']): boolean {
    const found = this.#cluster.node(node).timers.get(timer);
    if (!found?.armed || found.node.paused) return false;
    this.#cluster.ring(found);
    return true;
  }

  /** Any fault, now. */
  suffer(mishap: Mishap): void {
    this.#trouble.suffer(mishap);
  }

  crash(node: Address): void {
    this.suffer({ kind: 'crash', node });
  }

  restart(node: Address): void {
    this.suffer({ kind: 'restart', node });
  }

  pause(node: Address): void {
    this.suffer({ kind: 'pause', node });
  }

  resume(node: Address): void {
    this.suffer({ kind: 'resume', node });
  }

  /** One way. */
  cut(from: Address, to: Address): void {
    this.suffer({ kind: 'cut', from, to });
  }

  join(from: Address, to: Address): void {
    this.suffer({ kind: 'join', from, to });
  }

  partition(groups: readonly (readonly Address[])[]): void {
    this.suffer({ kind: 'partition', groups });
  }

  heal(): void {
    this.suffer({ kind: 'heal' });
  }

  #happen(what: Happening<S>): void {
    if (what instanceof Packet) this.#cluster.arrive(what);
    else if (what instanceof Timer) this.#cluster.ring(what);
    else this.#trouble.suffer(what);
  }

  #claim(packet: Packet<S>, attempt: string): void {
    if (packet.done)
      throw new Error(`Cannot ${attempt} message ${packet.id}: it is no longer on its way; duplicate it first`);
    this.#post.takeOut(packet);
  }
}
