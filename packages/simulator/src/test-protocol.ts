/** The protocol that the simulator's own tests run: nodes that count, save the count and tell the others. */
import type { Address, Protocol, Shape } from '@weekend/protocol';

export interface Counting extends Shape {
  State: { me: Address; peers: readonly Address[]; count: number; unsaved: number; heard: Record<Address, number> };
  Message: { kind: 'count'; count: number };
  Timer: 'tick';
  Durable: { count: number };
}

export const counter: Protocol<Counting> = {
  start(me, peers, saved, world) {
    world.setTimer('tick', 5, 15);
    return { me, peers, count: saved.count ?? 0, unsaved: 0, heard: {} };
  },
  onMessage(state, from, { count }) {
    state.heard[from] = Math.max(state.heard[from] ?? 0, count);
    return undefined;
  },
  onTimer(state, _timer, world) {
    state.count += 1;
    state.unsaved += world.choose([1, 2, 3]);
    world.save({ count: state.count });
    for (const peer of state.peers) world.send(peer, { kind: 'count', count: state.count });
    world.setTimer('tick', 5, 15);
    return undefined;
  },
};

export const three = { n1: counter, n2: counter, n3: counter };
