/** OK04: a new leader appends a no-op, so that what was there before is soon committed (§8). */
import type { Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

export const logReplication: Replication = {
  ...reference,

  onElected(state, world) {
    reference.onElected(state, world);
    reference.onCommand(state, { kind: 'no-op' }, world);
  },
};
