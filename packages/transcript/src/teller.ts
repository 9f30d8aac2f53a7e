/** What a protocol's own package says about its messages, nodes and timers, so that transcripts need not know it. */
import type { Shape } from '@weekend/protocol';

export interface Teller<S extends Shape> {
  /** `AppendEntries prev=4@1 [5@1]` */
  message(message: S['Message']): string;
  /** What stands beside a message's sender: `@1`, for its term. */
  stamp?(message: S['Message']): string;
  /** What is worth knowing of a node: `leader@2`. Told whenever it changes. */
  node?(state: S['State']): string;
  /** What a timer's firing is called: `timeout`. */
  timer?(timer: S['Timer']): string;
  /** What goes on while all is well, and need not be told one by one. */
  isRoutine?(event: { kind: 'message'; message: S['Message'] } | { kind: 'timer'; timer: S['Timer'] }): boolean;
}
