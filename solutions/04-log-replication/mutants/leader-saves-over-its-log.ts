/** Saves the new entry as if it were the whole log (Figure 2, Persistent state). */
import { lastIndex, type Replication } from '@weekend/raft';
import { altered } from '../altered.ts';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onCommand(state, command, world) {
    const save = () => world.save({ log: { from: 0, items: state.log.slice(lastIndex(state.log) - 1) } });
    return reference.onCommand(state, command, altered(world, { save }));
  },
};
