/** What a protocol's own package says about its runs, so that diagrams need not know it: what a teller says, and more. */
import type { Shape } from '@weekend/protocol';
import type { Teller } from '@weekend/transcript';

export interface Artist<S extends Shape> extends Teller<S> {
  /** A message in two or three words, beside its arrow. */
  brief?(message: S['Message']): string;
  /** Whole numbers from 0: what belongs to one epoch has one colour. For Raft, the term. */
  epoch?: {
    /** What an epoch is called: `term 3`. */
    name(epoch: number): string;
    ofNode(state: S['State']): number;
    /** Nothing for a message that belongs to none. */
    ofMessage(message: S['Message']): number | undefined;
  };
  /** How heavily the node's line is drawn: who leads is seen from afar. */
  rank?(state: S['State']): Rank;
}

export type Rank = 'plain' | 'rises' | 'leads';
