/** The leader’s own entries are gone after a crash (Figure 2, Persistent state). */
import type { Replication } from '@weekend/raft';
import { altered } from '../altered.ts';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,
  onCommand: (state, command, world) => reference.onCommand(state, command, altered(world, { save() {} })),
};
