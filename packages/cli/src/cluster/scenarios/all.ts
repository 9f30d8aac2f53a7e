/** The scenarios that there are. */
import { leaderDown } from './leader-down.ts';
import { majorityDown } from './majority-down.ts';
import { partition } from './partition.ts';
import { rollingRestart } from './rolling-restart.ts';
import type { Scenario } from './stage.ts';
import { steady } from './steady.ts';

export const scenarios: readonly Scenario[] = [steady, leaderDown, majorityDown, partition, rollingRestart];
