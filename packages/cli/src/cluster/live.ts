/** The table of a cluster, drawn again and again in its place until somebody has seen enough. */
import { setTimeout as pause } from 'node:timers/promises';
import { paint } from '../paper.ts';
import type { Fleet } from './fleet.ts';
import { look } from './observe.ts';
import { table } from './table.ts';

const interval = 250;

/** Ends when `until` does. Wants a terminal. */
export async function live(fleet: Fleet, hint: string, until: AbortSignal): Promise<void> {
  let drawn = 0;
  while (!until.aborted) {
    const sightings = await look(fleet);
    // Some terminals say that they have no rows.
    const room = (process.stdout.rows || 24) - 3;
    const lines = [...table(sightings, room), '', paint('dim', `  ${hint}`)];
    process.stdout.write(`${upBy(drawn)}${lines.map((line) => `${line}${clearToEnd}\n`).join('')}${clearBelow}`);
    drawn = lines.length;
    // The pause ends by a throw when nobody looks any more: that is how this ends, and no mistake.
    await pause(Math.max(interval, 4 * sightings.length), undefined, { signal: until }).catch(() => {});
  }
}

const upBy = (lines: number): string => (lines === 0 ? '' : `\x1b[${lines}A`);
const clearToEnd = '\x1b[K';
const clearBelow = '\x1b[J';
