/** How far the student has come: the last grade of each stage, kept in `.weekend/progress.json`. */
import { readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Grade } from './grade/grade.ts';
import { withLock, writeFileWhole } from './loop/whole-file.ts';
import { root, shown } from './places.ts';
import { say } from './words/say.ts';

export interface Progress {
  version: 1;
  /** By the stage's name. */
  stages: Record<string, StageProgress>;
}

export interface StageProgress {
  passed: boolean;
  points: { earned: number; possible: number };
  /** By the milestone's id. */
  milestones: Record<string, 'passed' | 'failed' | 'not-written'>;
}

const file = join(root, '.weekend', 'progress.json');

/** Never throws: a damaged file is set aside, and the student starts from what he has next. */
export function readProgress(at = file): { progress: Progress; note?: string } {
  const nothing: Progress = { version: 1, stages: {} };
  let text: string;
  try {
    text = readFileSync(at, 'utf8');
  } catch {
    return { progress: nothing };
  }
  const progress = parsed(text);
  if (progress) return { progress };
  const aside = `${at}.damaged`;
  try {
    renameSync(at, aside);
    return { progress: nothing, note: say('progress-set-aside', { file: shown(at), aside: shown(aside) }) };
  } catch {
    return { progress: nothing, note: say('progress-stuck', { file: shown(at) }) };
  }
}

/** Keeps a grade. Answers what went wrong, if something did: that is no reason to withhold the grade. */
export function recordGrade(grade: Grade, at = file): string | undefined {
  try {
    return withLock(dirname(at), () => {
      const { progress, note } = readProgress(at);
      progress.stages[grade.stage] = summary(grade);
      writeFileWhole(at, `${JSON.stringify(progress, null, 2)}\n`);
      return note;
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return say('progress-not-kept', { file: shown(at), why: code ?? message });
  }
}

function summary({ passed, points, milestones }: Grade): StageProgress {
  const states = milestones.map(({ id, failure }) => {
    const state = failure === undefined ? 'passed' : failure.kind === 'not-written' ? 'not-written' : 'failed';
    return [id, state] as const;
  });
  return { passed, points, milestones: Object.fromEntries(states) };
}

function parsed(text: string): Progress | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isProgress(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isProgress(value: unknown): value is Progress {
  if (!isRecord(value) || value.version !== 1 || !isRecord(value.stages)) return false;
  return Object.values(value.stages).every(
    (stage) =>
      isRecord(stage) &&
      typeof stage.passed === 'boolean' &&
      isRecord(stage.milestones) &&
      isRecord(stage.points) &&
      Number.isFinite(stage.points.earned) &&
      Number.isFinite(stage.points.possible),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
