/** The two records of a leader are made when the file is loaded: all leaders write into the same (the contract of a protocol). */
import type { Replication } from '@weekend/raft';
import { logReplication as reference } from '../log-replication.ts';

const nextIndex = {};
const matchIndex = {};

export const logReplication: Replication = {
  ...reference,

  onElected(state, world) {
    if (state.role.kind === 'leader') Object.assign(state.role, { nextIndex, matchIndex });
    reference.onElected(state, world);
  },
};
