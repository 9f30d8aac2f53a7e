/**
 * A node as the explorer can come to an end with it: each client asks it once, it speaks with few, and it never stands for
 * election again. A stage may look at its clock, so between two requests a second passes: no lease is left by then.
 */
import type { Address, Changes, Millis, Protocol, World } from '@weekend/protocol';
import type { Message, Raft, State } from '@weekend/raft';

/** `hears`: whoever else it sends something to never gets it. */
export const bounded = (node: Protocol<Raft>, hears: readonly Address[]): Protocol<Raft> => ({
  start: (me, peers, saved, world) => node.start(me, peers, saved, new Bounded(world, 0, hears)),

  onMessage(state: Bounding, from, message, world) {
    if (message.kind === 'Request') {
      if (state.askers?.includes(from)) return undefined;
      state.askers = [...(state.askers ?? []), from];
    }
    return node.onMessage(state, from, message, new Bounded(world, asked(state), hears));
  },

  onTimer: (state, timer, world) => node.onTimer(state, timer, new Bounded(world, asked(state), hears)),
});

interface Bounding extends State {
  /** The clients that have asked this node, which is all that its clock goes by. */
  askers?: readonly Address[];
}

const asked = ({ askers = [] }: Bounding): number => askers.length;

class Bounded implements World<Raft> {
  readonly now: Millis;
  readonly #world: World<Raft>;
  readonly #hears: readonly Address[];

  constructor(world: World<Raft>, requests: number, hears: readonly Address[]) {
    this.#world = world;
    // Later than all that has led up to here.
    this.now = 10_000 + 1_000 * requests;
    this.#hears = hears;
  }

  save(changes: Changes<Raft['Durable']>): void {
    this.#world.save(changes);
  }

  send(to: Address, message: Message): void {
    if (this.#hears.includes(to)) this.#world.send(to, message);
  }

  setTimer(timer: Raft['Timer'], min: Millis, max?: Millis): void {
    if (timer !== 'election') this.#world.setTimer(timer, min, max);
  }

  clearTimer(timer: Raft['Timer']): void {
    this.#world.clearTimer(timer);
  }

  choose<T>(options: readonly T[]): T {
    return this.#world.choose(options);
  }
}
