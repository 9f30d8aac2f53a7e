/** The hidden suites, as functions of a stage, and how to run them. */
export { election } from './election/suite.ts';
export { type Outcome, proveMilestone, unusable } from './prove.ts';
export { type Bench, type Broken, type Dice, defaultDice, type Milestone, type Suite } from './suite.ts';
