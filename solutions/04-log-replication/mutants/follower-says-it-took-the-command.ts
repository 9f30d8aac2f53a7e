/** Answers an index where it has appended nothing (§5.3). */
import { lastIndex, type Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,
  onCommand: (state, command, world) => reference.onCommand(state, command, world) ?? lastIndex(state.log) + 1,
};
