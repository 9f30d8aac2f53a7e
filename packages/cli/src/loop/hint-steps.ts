/** How many of the three hints of a milestone the student has asked for. Each is free; they come one at a time. */
import { join } from 'node:path';
import type { Desk } from './desk.ts';
import { textOf, withLock, writeFileWhole } from './whole-file.ts';

export const mostSteps = 3;

/** One more than before, and never more than there are. */
export function nextStep({ home }: Pick<Desk, 'home'>, stage: string, milestone: string): number {
  return withLock(home, () => {
    const steps = read(home);
    const key = `${stage}/${milestone}`;
    const step = Math.min((steps[key] ?? 0) + 1, mostSteps);
    writeFileWhole(fileOf(home), `${JSON.stringify({ ...steps, [key]: step }, null, 2)}\n`);
    return step;
  });
}

const fileOf = (home: string): string => join(home, 'hints.json');

function read(home: string): Record<string, number> {
  try {
    const steps: unknown = JSON.parse(textOf(fileOf(home)) ?? '{}');
    const entries = typeof steps === 'object' && steps !== null ? Object.entries(steps) : [];
    return Object.fromEntries(entries.filter(([, step]) => Number.isInteger(step)));
  } catch {
    return {};
  }
}
