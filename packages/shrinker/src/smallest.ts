/** Delta debugging: the smallest part of a list that still fails, as far as a budget goes. Knows nothing of runs. */

/** How much may be tried. In what a trial costs, never in seconds, so that the answer is the same everywhere. */
export interface Budget {
  left: number;
}

/**
 * `fails` answers what of its list was needed, if the list fails; nothing if it does not. Leaves out ever smaller pieces,
 * the last ones first: what comes late is what the rest hangs on least.
 */
export function smallest<Item>(
  items: readonly Item[],
  fails: (part: readonly Item[]) => readonly Item[] | undefined,
  budget: Budget,
): readonly Item[] {
  let best = items;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let end = best.length; end > 0 && budget.left > 0; ) {
      const start = Math.max(0, end - size);
      const part = [...best.slice(0, start), ...best.slice(end)];
      const failing = fails(part);
      if (failing && failing.length < best.length) best = failing;
      end = Math.min(start, best.length);
    }
  }
  return best;
}
