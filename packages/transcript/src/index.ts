/** A run, told as a conversation: one event a line, or step by step. */
export { type Change, changes } from './changes.ts';
export { careful, type Line, lines } from './lines.ts';
export { type Rounds, rounds } from './rounds.ts';
export { type Step, steps } from './steps.ts';
export type { Teller } from './teller.ts';
export { type Telling, tell } from './transcript.ts';
