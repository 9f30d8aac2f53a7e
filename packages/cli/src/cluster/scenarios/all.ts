/** The scenarios that there are. */
import { leaderDown } from './leader-down.ts';
import { majorityDown } from './majority-down.ts';
import type { Scenario } from './stage.ts';

export const scenarios: readonly Scenario[] = [leaderDown, majorityDown];
