/** The protocols that the explorer's own tests run: a node does nothing but what is said. */
import type { Protocol, World } from '@weekend/protocol';

export interface Tiny {
  State: Record<string, unknown>;
  Message: { kind: string; [field: string]: unknown };
  Timer: string;
  Durable: Record<string, unknown>;
}

export type TinyWorld = World<Tiny>;

/** Boots with `{ me, peers }`, and whatever else is said. */
export const tiny = (handlers: Partial<Protocol<Tiny>>): Protocol<Tiny> => ({
  start: (me, peers) => ({ me, peers }),
  onMessage: () => undefined,
  onTimer: () => undefined,
  ...handlers,
});

/** Whose timer `tick` fires once, and does this. */
export const onTick = (act: (state: Tiny['State'], world: TinyWorld) => void): Protocol<Tiny> =>
  tiny({
    start(me, peers, saved, world) {
      world.setTimer('tick', 1);
      return { me, peers, saved };
    },
    onTimer(state, _timer, world) {
      act(state, world);
      return undefined;
    },
  });

/** Counts, up to `most`, whenever its timer fires; tells the others, and saves what it has reached. */
export const counting = (most: number): Protocol<Tiny> =>
  tiny({
    start(me, peers, saved, world) {
      world.setTimer('tick', 5, 15);
      return { me, peers, count: saved.count ?? 0, heard: 0 };
    },
    onMessage(state, _from, { count }) {
      state.heard = Math.max(Number(state.heard), Number(count));
      return undefined;
    },
    onTimer(state, _timer, world) {
      state.count = Number(state.count) + 1;
      world.save({ count: state.count });
      for (const peer of state.peers as string[]) world.send(peer, { kind: 'count', count: state.count });
      if (Number(state.count) < most) world.setTimer('tick', 5, 15);
      return undefined;
    },
  });
