/** OK25: saves commitIndex as well, for whoever reads the disk. */
import type { Changes } from '@weekend/protocol';
import type { Durable, Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onAppendEntries(state, from, message, world) {
    const before = state.commitIndex;
    reference.onAppendEntries(state, from, message, world);
    if (state.commitIndex > before) world.save({ commitIndex: state.commitIndex } as Changes<Durable>);
  },
};
