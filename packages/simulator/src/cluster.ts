/** The nodes at work: a turn, and what comes of it. */
import {
  type Address,
  applySaves,
  type Call,
  copy,
  type Millis,
  perform,
  type Shape,
  type TimerChange,
  Turn,
  type TurnEvent,
} from '@weekend/protocol';
import { micros, microsNotBefore, millis } from './clock.ts';
import type { Node, Timer } from './node.ts';
import type { Packet } from './packet.ts';
import type { Parts } from './parts.ts';
import { carried } from './post.ts';
import type { Timeline } from './timeline.ts';

/** A turn as it was taken: what the node was called for, and what it asked the world for. */
export interface Taken<S extends Shape> extends Pick<Turn<S>, 'saves' | 'sends' | 'timers'> {
  readonly call: Call<S>;
}

/** A handler threw, and its node went down. */
export interface Failure {
  node: Address;
  error: unknown;
}

interface Judged<S extends Shape> extends Parts<S> {
  afterTurn: ((node: Node<S>, taken: Taken<S>) => void) | undefined;
}

export class Cluster<S extends Shape> {
  turns = 0;
  messagesSent = 0;
  readonly failures: Failure[];
  readonly #parts: Judged<S>;
  readonly #timeline: Timeline<S>;

  constructor(parts: Judged<S>, failures: Failure[] = []) {
    this.#parts = parts;
    this.#timeline = parts.timeline;
    this.failures = failures;
  }

  fork(parts: Judged<S>): Cluster<S> {
    const fork = new Cluster(parts, [...this.failures]);
    fork.turns = this.turns;
    fork.messagesSent = this.messagesSent;
    return fork;
  }

  node(address: Address): Node<S> {
    const { nodes } = this.#parts;
    const node = nodes.get(address);
    if (!node) throw new RangeError(`${address} is not in the cluster, which is ${[...nodes.keys()].join(', ')}`);
    return node;
  }

  boot(node: Node<S>): void {
    const peers = node.cluster.filter((address) => address !== node.address);
    const event = this.#timeline.record?.({ kind: 'boot' as const, node: node.address, saved: copy(node.disk) });
    this.#turn(node, { kind: 'start', me: node.address, peers, saved: copy(node.disk) }, event);
  }

  /** A message has come to its node. */
  arrive(packet: Packet<S>): void {
    const { nodes, post } = this.#parts;
    const node = nodes.get(packet.to);
    if (node === undefined) post.lose(packet, 'down');
    else if (node.paused) node.waiting.push(packet);
    else if (post.links.isCut(packet.from, packet.to)) post.lose(packet, 'cut');
    else if (node.state === undefined) post.lose(packet, 'down');
    else {
      post.takeOut(packet);
      const event = this.#timeline.record?.({ kind: 'deliver' as const, ...carried(packet) });
      this.#turn(node, { kind: 'message', from: packet.from, message: packet.message }, event);
    }
  }

  /** A timer has come due. */
  ring(timer: Timer<S>): void {
    const { node, name } = timer;
    timer.queuedAt = Number.POSITIVE_INFINITY;
    if (node.paused) {
      node.waiting.push(timer);
      return;
    }
    timer.armed = false;
    const event = this.#timeline.record?.({ kind: 'timer' as const, node: node.address, timer: name });
    this.#turn(node, { kind: 'timer', timer: name }, event);
  }

  crash(node: Node<S>, restartAfter: Millis | undefined, lost: { unsaved?: number; unsent?: number } = {}): void {
    node.forget();
    this.#timeline.record?.({ kind: 'crash' as const, node: node.address, ...lost });
    if (restartAfter === undefined) return;
    const at = millis(this.#timeline.now) + restartAfter;
    this.#timeline.queue.add(micros(at), { at, kind: 'restart', node: node.address });
  }

  #turn(node: Node<S>, call: Call<S>, event: TurnEvent<S> | undefined): void {
    this.turns++;
    const turn = new Turn<S>(millis(node.clock.at(this.#timeline.now)), node.draw);
    try {
      const state = perform(node.protocol, node.state, call, turn);
      this.#checkReceivers(node, turn);
      if (!this.#save(node, turn)) return;
      node.state = state;
    } catch (error) {
      this.#fail(node, error);
      return;
    }
    if (!this.#send(node, turn)) return;
    for (const change of turn.timers) this.#setTimer(node, change);
    if (event) event.state = copy(node.state);
    this.#parts.afterTurn?.(node, { call, saves: turn.saves, sends: turn.sends, timers: turn.timers });
  }

  #fail(node: Node<S>, error: unknown): void {
    node.forget();
    this.failures.push({ node: node.address, error });
    const text = error instanceof Error ? error.message : String(error);
    this.#timeline.record?.({ kind: 'throw' as const, node: node.address, error: text });
  }

  #checkReceivers(node: Node<S>, { sends }: Turn<S>): void {
    for (const { to, message } of sends)
      if (!this.#parts.nodes.has(to) && !this.#parts.post.strangers.has(to))
        throw new RangeError(`Cannot send ${message.kind} to ${to}: the cluster is ${node.cluster.join(', ')}`);
  }

  /** Whether the node lives on. */
  #save(node: Node<S>, { saves, sends }: Turn<S>): boolean {
    if (saves.length === 0) return true;
    const before = node.comesTo('before', 'save');
    if (before) {
      this.crash(node, before.restartAfter, { unsaved: saves.length, unsent: sends.length });
      return false;
    }
    applySaves(node.disk, saves);
    for (const changes of saves)
      this.#timeline.record?.({ kind: 'save' as const, node: node.address, changes: copy(changes) });
    const after = node.comesTo('after', 'save');
    if (after) this.crash(node, after.restartAfter, { unsent: sends.length });
    return after === undefined;
  }

  /** Whether the node lives on. */
  #send(node: Node<S>, { sends }: Turn<S>): boolean {
    let unsent = sends.length;
    for (const { to, message } of sends) {
      const before = node.comesTo('before', 'send');
      if (before) {
        this.crash(node, before.restartAfter, { unsent });
        return false;
      }
      const packet = this.#parts.post.pack(node.address, to, message);
      this.messagesSent++;
      unsent--;
      this.#timeline.record?.({ kind: 'send' as const, ...carried(packet) });
      this.#parts.post.launch(packet);
      const after = node.comesTo('after', 'send');
      if (after) {
        this.crash(node, after.restartAfter, { unsent });
        return false;
      }
    }
    return true;
  }

  #setTimer(node: Node<S>, { timer: name, range }: TimerChange<S>): void {
    const timer = node.timer(name);
    timer.armed = range !== undefined;
    if (!range) return;
    timer.setAt = node.clock.at(this.#timeline.now);
    timer.min = range.min;
    timer.max = range.max;
    timer.dueByClock = timer.setAt + node.delays.between(microsNotBefore(range.min), microsNotBefore(range.max));
    timer.due = node.clock.realTimeOf(timer.dueByClock);
    this.#timeline.await(timer);
  }
}
