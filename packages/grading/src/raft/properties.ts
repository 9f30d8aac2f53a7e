/** Figure 3, as the explorer asks for it: of each turn, with what the run remembers. */
import type { Invariant } from '@weekend/explorer';
import type { Past, Invariant as Property, Raft } from '@weekend/raft';

/** `needsOthers`: whether it compares nodes with each other, which makes a search slower. */
export const property = ({ name, section, check }: Property, needsOthers = false): Invariant<Raft, Past> => ({
  name: `${name} (${section})`,
  check({ state, others }, past) {
    const broken = state && check(state, needsOthers ? others : [], past);
    // What was looked at already is no part of what has happened, and would tell equal states apart.
    past.looked = {};
    return broken;
  },
});
