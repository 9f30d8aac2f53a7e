/** What a log gave when it was opened, held against what it may give. */
import type { Saved } from '@weekend/log-store';
import { difference } from '@weekend/protocol';
import { insist, Refuted } from '../refuted.ts';
import { shown } from './shown.ts';

/** What may be there: at least the first so many saves, at most the first so many. */
export interface Bounds {
  least: number;
  most: number;
}

export function insistOnSame(restored: Saved, wanted: Saved): void {
  const path = difference(wanted, restored, 'saved');
  if (path === undefined) return;
  insist(false, `open gave ${path} as ${shown(at(restored, path))}; wanted ${shown(at(wanted, path))}`);
}

/** How many of the saves are there. `states[n]` is what the first n of them come to. */
export function savesRestored(restored: Saved, states: readonly Saved[], { least, most }: Bounds): number {
  for (let count = most; count >= least; count -= 1)
    if (difference(states[count], restored, 'saved') === undefined) return count;
  throw new Refuted(whyNot(restored, states, { least, most }));
}

function whyNot(restored: Saved, states: readonly Saved[], { least, most }: Bounds): string {
  const gave = `open gave ${shown(restored)}`;
  const lost = states.findLastIndex(
    (state, count) => count < least && difference(state, restored, 'saved') === undefined,
  );
  if (lost >= 0)
    return `${gave}: save ${least} had settled, and ${counted(lost + 1, least)} lost; wanted all that had settled`;
  const choices = states
    .slice(least, most + 1)
    .map((state, index) => `${shown(state)} after ${least + index === 0 ? 'no save' : `save ${least + index}`}`)
    .reverse();
  return `${gave}, which is what no number of saves come to; wanted ${choices.slice(0, 3).join(', or ')}`;
}

const counted = (first: number, last: number): string =>
  first === last ? `save ${last} is` : `saves ${first} to ${last} are`;

/** The value at a path such as `saved.log[3].term`. */
function at(value: unknown, path: string): unknown {
  const steps = path.match(/[^.[\]]+/g)?.slice(1) ?? [];
  return steps.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], value);
}
