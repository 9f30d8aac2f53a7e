/** Stage 04: log replication (§5.3, §5.4.2). One milestone a file, in the order in which one writes the code. */
import type { Replication } from '@weekend/raft';
import type { Suite } from '../suite.ts';
import { anyConversation } from './any-conversation.ts';
import { appendsWhatIsNew } from './appends-what-is-new.ts';
import { commitsByMajority } from './commits-by-majority.ts';
import { consistencyCheck } from './consistency-check.ts';
import { fastBacktracking } from './fast-backtracking.ts';
import { followerCommits } from './follower-commits.ts';
import { leaderAppends } from './leader-appends.ts';
import { onlyItsOwnTerm } from './only-its-own-term.ts';
import { repairsLogs } from './repairs-logs.ts';
import { sendsWhatIsMissing } from './sends-what-is-missing.ts';
import { storms } from './storms.ts';
import { thrift } from './thrift.ts';

export const logReplication: Suite<Replication> = {
  stage: 'log-replication',
  handlers: ['onElected', 'onCommand', 'sendEntries', 'onAppendEntries', 'onAppendEntriesReply'],
  milestones: [
    leaderAppends,
    consistencyCheck,
    appendsWhatIsNew,
    followerCommits,
    anyConversation,
    sendsWhatIsMissing,
    repairsLogs,
    commitsByMajority,
    onlyItsOwnTerm,
    storms,
    thrift,
    fastBacktracking,
  ],
};
