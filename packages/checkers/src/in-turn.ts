/** Runs several searches, a slice each in turn, so that one illegal part ends the whole early, however large the others are. */
import type { Search } from './search.ts';
import type { Limit } from './verdict.ts';

export type Ending<T> =
  | { readonly kind: 'ok' | 'steps' | 'memory'; readonly steps: number }
  | { readonly kind: 'illegal'; readonly steps: number; readonly guilty: T };

const slice = 2048;

export function inTurn<T extends { search: Search }>(searches: readonly T[], limit: Limit): Ending<T> {
  let steps = 0;
  let open = searches;
  while (open.length > 0) {
    const unfinished: T[] = [];
    for (const one of open) {
      const { search } = one;
      const [stepsBefore, bytesOfOthers] = [search.steps(), bytesOf(open) - search.bytes()];
      const outcome = search.advance(Math.min(slice, limit.steps - steps), limit.bytes - bytesOfOthers);
      steps += search.steps() - stepsBefore;
      if (outcome === 'illegal') return { kind: 'illegal', steps, guilty: one };
      if (outcome === 'full') return { kind: 'memory', steps };
      if (outcome === 'more') unfinished.push(one);
    }
    open = unfinished;
    if (open.length > 0 && steps >= limit.steps) return { kind: 'steps', steps };
  }
  return { kind: 'ok', steps };
}

function bytesOf(searches: readonly { search: Search }[]): number {
  return searches.reduce((sum, { search }) => sum + search.bytes(), 0);
}
