/** The network: messages on their way, and what becomes of them. */
import { type Address, type Carried, copy, type Shape } from '@weekend/protocol';
import { type Micros, millis } from './clock.ts';
import { Links } from './links.ts';
import { checkNetwork, drawFate, type Fate, type Network } from './network.ts';
import type { Node } from './node.ts';
import { Packet } from './packet.ts';
import type { Timeline } from './timeline.ts';

export class Post<S extends Shape> {
  readonly links: Links;
  /** Who is not in the cluster but has spoken to it. What is sent to them in answer reaches nobody. */
  readonly strangers = new Set<Address>();
  /** Told of what is on its way until a script does something with it. */
  onSend: ((packet: Packet<S>) => void) | undefined;
  readonly #timeline: Timeline<S>;
  readonly #nodes: ReadonlyMap<Address, Node<S>>;
  /** On their way until a script does something with them. */
  readonly #byHand = new Set<Packet<S>>();
  #network: Network | 'by hand' = 'by hand';
  #packed = 0;

  constructor(
    timeline: Timeline<S>,
    nodes: ReadonlyMap<Address, Node<S>>,
    network: Network | 'by hand',
    links = new Links([...nodes.keys()]),
  ) {
    this.#timeline = timeline;
    this.#nodes = nodes;
    this.links = links;
    this.become(network);
  }

  fork(timeline: Timeline<S>, nodes: ReadonlyMap<Address, Node<S>>, twin: (packet: Packet<S>) => Packet<S>): Post<S> {
    const fork = new Post(timeline, nodes, this.#network, this.links.fork());
    for (const stranger of this.strangers) fork.strangers.add(stranger);
    for (const packet of this.#byHand) fork.#byHand.add(twin(packet));
    fork.#packed = this.#packed;
    return fork;
  }

  /** From now on messages travel by another network; those on their way go on as they were. */
  become(network: Network | 'by hand'): void {
    if (network !== 'by hand') checkNetwork(network);
    this.#network = network;
  }

  /** The oldest first. */
  get onTheirWay(): readonly Packet<S>[] {
    const queued = this.#timeline.queue.items.filter((item) => item instanceof Packet && !item.done) as Packet<S>[];
    return [...this.#byHand, ...queued].sort((a, b) => a.id - b.id);
  }

  pack(from: Address, to: Address, message: S['Message']): Packet<S> {
    return new Packet<S>(++this.#packed, from, to, message, millis(this.#timeline.now));
  }

  /** A copy of a message, to go the same way. */
  twin(packet: Packet<S>): Packet<S> {
    const twin = this.pack(packet.from, packet.to, copy(packet.message));
    this.#timeline.record?.({ kind: 'duplicate', copyOf: packet.id, ...carried(twin) });
    return twin;
  }

  launch(packet: Packet<S>): void {
    // Drawn even where the link is cut, so that one cut more or less does not change what becomes of the rest.
    const fate = this.#network === 'by hand' ? undefined : drawFate(this.#network, this.#fatesFor(packet));
    if (this.links.isCut(packet.from, packet.to)) this.lose(packet, 'cut');
    else if (fate) this.#meet(fate, packet);
    else {
      this.#byHand.add(packet);
      this.onSend?.(packet);
    }
  }

  #meet({ first, second }: Fate, packet: Packet<S>): void {
    if (second !== undefined) this.#travel(this.twin(packet), second);
    if (first !== undefined) this.#travel(packet, first);
    else this.lose(packet, 'lost');
  }

  #travel(packet: Packet<S>, delay: Micros): void {
    const due = this.#timeline.now + delay;
    packet.due = millis(due);
    this.#timeline.queue.add(due, packet);
  }

  /** The same message, which arrives only after `delay`, wherever it was. */
  hold(packet: Packet<S>, delay: Micros): Packet<S> {
    this.takeOut(packet);
    const held = packet.fork();
    held.done = false;
    this.#travel(held, delay);
    return held;
  }

  lose(packet: Packet<S>, why: 'lost' | 'cut' | 'down'): void {
    this.takeOut(packet);
    this.#timeline.record?.({ kind: 'drop', why, ...carried(packet) });
  }

  /** It is no longer on its way. */
  takeOut(packet: Packet<S>): void {
    packet.done = true;
    this.#byHand.delete(packet);
  }

  /** A stranger's messages take their chances with the receiver's. */
  #fatesFor({ from, to }: Packet<S>) {
    const node = this.#nodes.get(from) ?? this.#nodes.get(to);
    if (!node) throw new RangeError(`Cannot carry a message from ${from} to ${to}: neither is in the cluster`);
    return node.fates;
  }
}

/** A message as a trace shows it. */
export function carried<S extends Shape>({ id, from, to, message }: Packet<S>): Carried<S> {
  return { id, from, to, message: copy(message) };
}
