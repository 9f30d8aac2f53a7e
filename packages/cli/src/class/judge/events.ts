/** What a judge tells whoever started it, one JSON document a line. */
import type { Event } from '../../sandbox/events.ts';

export type Told =
  | Event
  /** The sandbox is up, and the student's code begins now. */
  | { kind: 'ready' }
  /** Handlers still return. */
  | { kind: 'tick' }
  /** The sandbox has ended in the middle of everything. */
  | { kind: 'gone' }
  /** The sandbox has said what only somebody says who has taken it over. */
  | { kind: 'tampered'; told: string };
