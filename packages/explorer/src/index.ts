/** Every state that a cluster can get into, whatever its protocol: `explore` answers a question. */
export { explore } from './explore.ts';
export type {
  Budget,
  Cluster,
  Dives,
  Goal,
  Injection,
  Invariant,
  Letter,
  Network,
  NodeStart,
  Question,
  Seen,
  Setting,
  Start,
  Timers,
} from './question.ts';
export type { Counts, Found, GoalResult, Run, Searched, Verdict } from './verdict.ts';
