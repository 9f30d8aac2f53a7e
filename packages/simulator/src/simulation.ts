/**
 * A cluster in virtual time. One seed decides everything: equal options give equal runs, byte for byte, on every machine.
 * Knows no protocol by name.
 */
import {
  type Address,
  copy,
  type Millis,
  type Protocol,
  type Shape,
  type Trace,
  type TraceEvent,
} from '@weekend/protocol';
import { type ClockSetting, micros, millis } from './clock.ts';
import { Cluster, type Failure, type Taken } from './cluster.ts';
import type { Fault, Mishap } from './faults.ts';
import { calm, type Network } from './network.ts';
import { machine, Node, Timer } from './node.ts';
import { Packet } from './packet.ts';
import { forkParts, type Parts } from './parts.ts';
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
  /** Called for every message that is put on its way and stays there until a script delivers it. */
  onSend?: (packet: Packet<S>) => void;
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
export const simulate = <S extends Shape>(options: Options<S>): Simulation<S> => Simulation.boot(options);

export class Simulation<S extends Shape> {
  readonly nodes: readonly Address[];
  /** The sentence of the invariant that does not hold. */
  broken: string | undefined = undefined;
  readonly #parts: Parts<S>;
  readonly #afterTurn: Options<S>['afterTurn'];
  readonly #timeline: Timeline<S>;
  readonly #post: Post<S>;
  readonly #cluster: Cluster<S>;
  readonly #trouble: Trouble<S>;
  #failuresTold = 0;

  /** `before` is the cluster of which this one goes on. */
  private constructor(parts: Parts<S>, afterTurn: Options<S>['afterTurn'], before?: Cluster<S>) {
    const judge = (node: Node<S>, taken: Taken<S>) => {
      this.broken ??= afterTurn?.(node.address, this, taken);
    };
    const judged = { ...parts, afterTurn: afterTurn && judge };
    this.nodes = [...parts.nodes.keys()];
    this.#parts = parts;
    this.#afterTurn = afterTurn;
    this.#timeline = parts.timeline;
    this.#post = parts.post;
    this.#cluster = before?.fork(judged) ?? new Cluster(judged);
    this.#trouble = new Trouble(parts.timeline, parts.post, this.#cluster);
  }

  static boot<S extends Shape>(options: Options<S>): Simulation<S> {
    const { seed, network = calm, timers = network === 'by hand' ? 'by hand' : 'by clock', plan = [] } = options;
    const addresses = Object.keys(options.nodes);
    const nodes = new Map(
      Object.entries(options.nodes).map(([address, protocol]) => {
        const given = { saved: options.saved?.[address], clock: options.clocks?.[address] };
        return [address, new Node(address, addresses, protocol, machine(seed, address, given))];
      }),
    );
    const timeline = new Timeline<S>(timers === 'by hand', options.record ? [] : undefined);
    const post = new Post(timeline, nodes, network);
    post.onSend = options.onSend;
    const sim = new Simulation<S>({ nodes, timeline, post }, options.afterTurn);
    for (const fault of plan)
      if (fault.at > 0) timeline.queue.add(micros(fault.at), fault);
      else sim.suffer(fault);
    for (const node of nodes.values()) if (node.state === undefined) sim.#cluster.boot(node);
    return sim;
  }

  /**
   * The same run at the same moment, a second time: what either does from here on does not touch the other. `trace` is
   * what the new one records into.
   */
  fork(trace?: TraceEvent<S>[]): Simulation<S> {
    const fork = new Simulation<S>(forkParts(this.#parts, trace), this.#afterTurn, this.#cluster);
    fork.broken = this.broken;
    fork.#failuresTold = this.#failuresTold;
    return fork;
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

  isPaused(node: Address): boolean {
    return this.#cluster.node(node).paused;
  }

  /** One way. */
  isCut(from: Address, to: Address): boolean {
    return this.#post.links.isCut(from, to);
  }

  /** When the next thing happens by itself; never, if nothing is left. */
  get nextAt(): Millis {
    return millis(this.#timeline.nextAt);
  }

  /** The next thing that happens by itself: a message that arrives, or a timer that fires. Nothing for a fault of the plan. */
  get next(): Packet<S> | { node: Address; timer: S['Timer'] } | undefined {
    const { next } = this.#timeline;
    if (next instanceof Timer) return { node: next.node.address, timer: next.name };
    return next instanceof Packet ? next : undefined;
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

  /** Holds a message back: it arrives so long after now. */
  hold(packet: Packet<S>, delay: Millis): Packet<S> {
    this.#claim(packet, 'hold');
    return this.#post.hold(packet, micros(delay));
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
