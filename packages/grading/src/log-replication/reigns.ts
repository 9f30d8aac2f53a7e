/**
 * A cluster's past, made up and yet possible: who led which term, with which log, and what was committed. Each leader has
 * all that was committed before it, and maybe a part of what was not (§5.4).
 */
import type { Address } from '@weekend/protocol';
import type { Entry, Index, Term } from '@weekend/raft';
import type { Random } from '@weekend/simulator';
import { entry } from './entries.ts';

export interface Reign {
  term: Term;
  leader: Address;
  /** The leader's log when its time was over. */
  log: readonly Entry[];
  /** What was committed when its time began, and when it was over. */
  committed: { before: Index; after: Index };
}

export function randomReigns(random: Random, leaders: readonly Address[], count: number): Reign[] {
  const reigns: Reign[] = [];
  let term = 0;
  for (let i = 0; i < count; i++) {
    term += random.between(1, 3);
    reigns.push(nextReign(reigns, random, term, random.pick(leaders)));
  }
  return reigns;
}

function nextReign(earlier: readonly Reign[], random: Random, term: Term, leader: Address): Reign {
  const before = earlier.at(-1)?.committed.after ?? 0;
  const settled = earlier.findLast(({ committed }) => committed.after === before)?.log.slice(0, before) ?? [];
  const electable = earlier.map(({ log }) => log).filter((log) => beginsWith(log, settled));
  const base = electable.length > 0 ? random.pick(electable) : settled;
  const kept = base.slice(0, random.between(before, base.length));
  const own = Array.from({ length: random.below(5) }, (_, i) => entry(kept.length + i + 1, term));
  const log = [...kept, ...own];
  const commits = own.length > 0 && random.happens(0.6);
  return {
    term,
    leader,
    log,
    committed: { before, after: commits ? random.between(kept.length + 1, log.length) : before },
  };
}

const beginsWith = (log: readonly Entry[], start: readonly Entry[]): boolean =>
  log.length >= start.length && start.every(({ term }, i) => log[i]?.term === term);
