/** What it has acknowledged is gone after a crash (Figure 2, Persistent state). */
import { altered, appendNew, receiving } from '../altered.ts';

export const logReplication = receiving({
  append: (message, state, world) => appendNew(message, state, altered(world, { save() {} })),
});
