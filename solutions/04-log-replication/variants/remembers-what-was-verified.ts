/** Answers with the furthest index that this leader has shown to agree, in this term, in whichever order the messages came. */
import type { Index, State, Term } from '@weekend/raft';
import { receiving } from '../altered.ts';

interface Verified extends State {
  verified?: { term: Term; index: Index };
}

export const logReplication = receiving({
  matchIndex({ term, prevLogIndex, entries }, state: Verified) {
    const known = state.verified?.term === term ? state.verified.index : 0;
    const index = Math.max(known, prevLogIndex + entries.length);
    state.verified = { term, index };
    return index;
  },
});
