/** Where the reference stands in for the student, by his own wish: `.weekend/lineup.json`, one word for each stage. */
import { join } from 'node:path';
import { stages } from '../stages.ts';
import type { Desk } from './desk.ts';
import { take } from './history.ts';
import { textOf } from './whole-file.ts';

type Whose = 'mine' | 'reference';

/** The names of the stages at which the reference stands, in the order of the workshop. */
export function caughtUp({ home }: Pick<Desk, 'home'>): readonly string[] {
  const lineup = read(home);
  return stages.flatMap(({ name }) => (lineup[name] === 'reference' ? [name] : []));
}

/** Says for some stages whose they are from now on. No file of the student's is touched. */
export function setLineup(desk: Desk, did: string, names: readonly string[], whose: Whose): void {
  const lineup = { ...read(desk.home), ...Object.fromEntries(names.map((name) => [name, whose])) };
  take(desk, did, [{ file: fileOf(desk.home), text: `${JSON.stringify(lineup, null, 2)}\n` }]);
}

const fileOf = (home: string): string => join(home, 'lineup.json');

function read(home: string): Record<string, unknown> {
  try {
    const lineup: unknown = JSON.parse(textOf(fileOf(home)) ?? '{}');
    return typeof lineup === 'object' && lineup !== null && !Array.isArray(lineup) ? { ...lineup } : {};
  } catch {
    // Without a lineup that can be read everything is the student's own.
    return {};
  }
}
