/** Stage 03: leader election (§5.1, §5.2, §5.4.1). One milestone a file, in the order in which one writes the code. */
import type { Election } from '@weekend/raft';
import type { Suite } from '../suite.ts';
import { electionTimer } from './election-timer.ts';
import { electsAndStays } from './elects-and-stays.ts';
import { majority } from './majority.ts';
import { newerTerm } from './newer-term.ts';
import { handlers } from './node.ts';
import { oneVoteATerm } from './one-vote-a-term.ts';
import { preVoteFirst } from './pre-vote.ts';
import { standForElection } from './stand-for-election.ts';
import { storms } from './storms.ts';
import { survivesCrashes } from './survives-crashes.ts';
import { upToDateLog } from './up-to-date-log.ts';
import { yieldsToTheLeader } from './yields-to-the-leader.ts';

export const election: Suite<Election> = {
  stage: 'election',
  handlers,
  milestones: [
    newerTerm,
    standForElection,
    oneVoteATerm,
    upToDateLog,
    majority,
    yieldsToTheLeader,
    electionTimer,
    survivesCrashes,
    electsAndStays,
    storms,
    preVoteFirst,
  ],
};
