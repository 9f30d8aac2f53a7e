/** Term 10 comes before term 9, as words do (§5.4.1). */
import { comparingLogs } from '../altered.ts';

export const election = comparingLogs((candidate, voter) =>
  candidate.term === voter.term ? candidate.index >= voter.index : `${candidate.term}` > `${voter.term}`,
);
