/** Answers where its log ended before the command, not where the command is (§5.3). */
import type { Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onCommand(state, command, world) {
    const index = reference.onCommand(state, command, world);
    return index === null ? null : index - 1;
  },
};
