/** A later last term is not enough for it where the log is shorter by more than two entries (§5.4.1). */
import { comparingLogs } from '../altered.ts';

export const election = comparingLogs(
  (candidate, voter) =>
    (candidate.term > voter.term && candidate.index >= voter.index - 2) ||
    (candidate.term === voter.term && candidate.index >= voter.index),
);
