/** OK01: a leader sends a command as soon as it has it, and does not wait to be asked. */
import type { Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onCommand(state, command, world) {
    const index = reference.onCommand(state, command, world);
    if (index !== null) for (const peer of state.peers) reference.sendEntries(state, peer, world);
    return index;
  },
};
