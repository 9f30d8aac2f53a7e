/** A term is a number, and not one of 32 bits: the largest of them are behind all others (§5.4.1). */
import { comparingLogs } from '../altered.ts';

export const election = comparingLogs((candidate, voter) =>
  (candidate.term | 0) === (voter.term | 0) ? candidate.index >= voter.index : (candidate.term | 0) > (voter.term | 0),
);
