/** Answers first, and saves when the next message comes (Figure 2, Persistent state). */
import type { Changes } from '@weekend/protocol';
import type { Durable, State } from '@weekend/raft';
import { altered, appendNew, receiving } from '../altered.ts';

interface Owing extends State {
  owed?: Changes<Durable> | null;
}

export const logReplication = receiving({
  append(message, state: Owing, world) {
    if (state.owed) world.save(state.owed);
    state.owed = null;
    appendNew(message, state, altered(world, { save: (changes) => void (state.owed = changes) }));
  },
});
