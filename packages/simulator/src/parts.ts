/** What a simulation is made of, and how all of it is copied at once. */
import type { Address, Shape, TraceEvent } from '@weekend/protocol';
import { type Node, Timer } from './node.ts';
import { Packet } from './packet.ts';
import type { Post } from './post.ts';
import type { Timeline } from './timeline.ts';

export interface Parts<S extends Shape> {
  nodes: ReadonlyMap<Address, Node<S>>;
  timeline: Timeline<S>;
  post: Post<S>;
}

/** The same parts at the same moment, which share nothing but the nodes' code. `trace` is what the copy records into. */
export function forkParts<S extends Shape>(parts: Parts<S>, trace?: TraceEvent<S>[]): Parts<S> {
  const nodes = new Map([...parts.nodes].map(([address, node]) => [address, node.fork()]));
  const packets = new Map<Packet<S>, Packet<S>>();
  const twinOf = (packet: Packet<S>): Packet<S> => {
    const twin = packets.get(packet) ?? packet.fork();
    packets.set(packet, twin);
    return twin;
  };
  const timerOf = (timer: Timer<S>): Timer<S> => nodes.get(timer.node.address)?.timer(timer.name) ?? timer;
  const timeline = parts.timeline.fork((next) => {
    if (next instanceof Packet) return twinOf(next);
    return next instanceof Timer ? timerOf(next) : next;
  }, trace);
  for (const [address, { waiting }] of parts.nodes) {
    const twins = waiting.map((item) => (item instanceof Packet ? twinOf(item) : timerOf(item)));
    nodes.get(address)?.waiting.push(...twins);
  }
  return { nodes, timeline, post: parts.post.fork(timeline, nodes, twinOf) };
}
