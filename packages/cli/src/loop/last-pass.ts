/** The student's file as it was when it last earned the most points: what `diff --against pass` compares with. */
import { join } from 'node:path';
import type { Grade } from '../grade/grade.ts';
import type { Stage } from '../stages.ts';
import type { Desk } from './desk.ts';
import { textOf, withLock, writeFileWhole } from './whole-file.ts';

export interface Pass {
  points: { earned: number; possible: number };
  /** When, as ISO 8601. */
  at: string;
  text: string;
}

const fileOf = (home: string, stage: string): string => join(home, 'passed', `${stage}.json`);

/** `text` is what was graded. Kept if it earned at least as much as what was kept before. */
export function keepPass({ home }: Desk, { stage, points }: Grade, text: string): void {
  if (points.earned === 0) return;
  withLock(home, () => {
    const before = passIn(home, stage);
    if (before && before.points.earned > points.earned) return;
    const pass: Pass = { points, at: new Date().toISOString(), text };
    writeFileWhole(fileOf(home, stage), `${JSON.stringify(pass, null, 2)}\n`);
  });
}

export const lastPass = ({ home }: Desk, { name }: Stage): Pass | undefined => passIn(home, name);

function passIn(home: string, stage: string): Pass | undefined {
  try {
    const pass = JSON.parse(textOf(fileOf(home, stage)) ?? 'null') as Pass | null;
    return typeof pass?.text === 'string' && Number.isFinite(pass.points?.earned) ? pass : undefined;
  } catch {
    return undefined;
  }
}
