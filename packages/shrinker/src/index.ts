/** Makes a failing run small: fewer nodes, messages, crashes and less time, as long as it still breaks the same rule. */
export type { Deed, Script } from './script.ts';
export { type Follow, follow, shrink } from './shrink.ts';
export { type Budget, smallest } from './smallest.ts';
