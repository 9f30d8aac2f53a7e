/** The hidden suites, as functions of a stage, and how to run them. */
export { Rehearsal } from './concurrency/rehearsal.ts';
export { concurrency } from './concurrency/suite.ts';
export type { DoesJobs, Job as ThreadJob } from './concurrency/thread-jobs.ts';
export { consistency } from './consistency/suite.ts';
export { election } from './election/suite.ts';
export { tryHistories } from './kv-store/histories.ts';
export { kvStore } from './kv-store/suite.ts';
export type { NodeOf } from './kv-store/town.ts';
export { logReplication } from './log-replication/suite.ts';
export { logStore } from './log-store/suite.ts';
export { type Outcome, proveMilestone, storyOf, unusable } from './prove.ts';
export { type Neighbours, standBeside } from './raft/neighbours.ts';
export { longestStory } from './short-story.ts';
export {
  type Bench,
  type Broken,
  type Chance,
  type Dice,
  defaultDice,
  type Milestone,
  type Suite,
  type Told,
} from './suite.ts';
export { StageThrew } from './thrown.ts';
