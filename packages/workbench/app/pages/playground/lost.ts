/** Messages that were just lost. They stay on the ring for a moment, broken, since nobody can see what is not there. */
import type { Happening, LostView } from '../../../run/index.ts';

export interface Broken extends LostView {
  /** When it was first shown, by the page's clock; nothing where time stands still, and so does it. */
  since: number | undefined;
}

/** How long one is to be seen while time flows, in milliseconds. */
const moment = 1100;

/** A network that loses most would fill the ring. */
const most = 40;

let broken: readonly Broken[] = [];
let seen: number | undefined;

export function forgetLost(): void {
  broken = [];
  seen = undefined;
}

/** The run stands after event `index` now, and these are new. */
export function noteLost(index: number, told: readonly Happening[], flows: boolean): void {
  if (index === seen) return;
  seen = index;
  const news = (flows ? told : told.filter((each) => each.index === index)).flatMap(({ lost }) => lost);
  const since = flows ? performance.now() : undefined;
  const old = flows ? broken.filter((each) => each.since !== undefined) : [];
  broken = [...old, ...news.map((each) => ({ ...each, since }))].slice(-most);
}

/** Those that can be seen at a time of the page's clock. */
export function stillBroken(now: number): readonly Broken[] {
  if (broken.some(({ since }) => since !== undefined && now - since > moment))
    broken = broken.filter(({ since }) => since === undefined || now - since <= moment);
  return broken;
}

/** How much of it is still to be seen, from 1 to 0: it fades in the last third. */
export const strength = ({ since }: Broken, now: number): number =>
  since === undefined ? 1 : Math.min(1, Math.max(0, (3 * (moment - (now - since))) / moment));
