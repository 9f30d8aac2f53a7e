/** A run, told as a conversation: one event a line. */
export type { Teller } from './teller.ts';
export { type Telling, tell } from './transcript.ts';
