/** What was done to the student's things, newest last, so that `undo` takes it back step by step and nothing is lost. */
import { rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Desk } from './desk.ts';
import { textOf, withLock, writeFileWhole } from './whole-file.ts';

/** One thing that a command did: what stood in which file before, and what after. No text: no file. */
export interface Step {
  /** The words that did it: `reset election`. */
  did: string;
  /** When, as ISO 8601. */
  at: string;
  files: { file: string; before?: string | undefined; after?: string | undefined }[];
}

/** Changes the files, and remembers what was in them. */
export function take({ home }: Desk, did: string, after: readonly { file: string; text: string | undefined }[]): Step {
  return withLock(home, () => {
    const files = after.map(({ file, text }) => ({ file, before: textOf(file), after: text }));
    const step: Step = { did, at: new Date().toISOString(), files };
    // Remembered first: who is interrupted between the two has a step too many, and never one too few.
    remember(home, [...stepsIn(home), step]);
    for (const { file, text } of after) put(file, text);
    return step;
  });
}

export interface Undone {
  step: Step;
  /** Files that had been changed since, and where that text is kept now. */
  kept: { file: string; as: string }[];
}

/** Takes the newest step back. Nothing if there is none. */
export function undo({ home }: Desk): Undone | undefined {
  return withLock(home, () => {
    const steps = stepsIn(home);
    const step = steps.pop();
    if (!step) return undefined;
    const kept: Undone['kept'] = [];
    for (const { file, before, after } of step.files) {
      const now = textOf(file);
      if (now !== undefined && now !== after && now !== before)
        kept.push({ file, as: keep(home, file, now, steps.length) });
      put(file, before);
    }
    remember(home, steps);
    return { step, kept };
  });
}

export const stepsOf = ({ home }: Desk): readonly Step[] => stepsIn(home);

const most = 200;

const fileOf = (home: string): string => join(home, 'history.json');

function stepsIn(home: string): Step[] {
  const text = textOf(fileOf(home));
  if (text === undefined) return [];
  try {
    return (JSON.parse(text) as { steps: Step[] }).steps;
  } catch {
    // A text that we did not write. It stays beside, for whoever wants to look into it.
    writeFileWhole(`${fileOf(home)}.damaged`, text);
    return [];
  }
}

function remember(home: string, steps: readonly Step[]): void {
  writeFileWhole(fileOf(home), `${JSON.stringify({ version: 1, steps: steps.slice(-most) }, null, 2)}\n`);
}

function put(file: string, text: string | undefined): void {
  if (text === undefined) rmSync(file, { force: true });
  else writeFileWhole(file, text, modeOf(file));
}

/** As it was; a new one is like any other source. */
const modeOf = (file: string): number => (statSync(file, { throwIfNoEntry: false })?.mode ?? 0o644) & 0o777;

function keep(home: string, file: string, text: string, number: number): string {
  const at = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const as = join(home, 'kept', `${at}-${number}-${basename(file)}`);
  writeFileWhole(as, text);
  return as;
}
