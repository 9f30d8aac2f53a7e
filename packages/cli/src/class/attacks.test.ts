/** Attacks on both graders: none earns a point, leaves anything behind or changes a file of ours. Honest code holds. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attacks } from '../../testing/attacks.ts';
import { election, referenceText, temporaryFolder } from '../../testing/submissions.ts';
import type { Grade } from '../grade/grade.ts';
import { gradeSubmission } from '../grade/grade-submission.ts';
import { defaultLimits } from '../sandbox/run.ts';
import { apartLimits } from './apart-limits.ts';
import { childBox } from './boxes/child.ts';
import { judgeSubmission } from './judge-submission.ts';
import { fingerprintOf } from './results.ts';

/** The machine may be busy, and a limit is a limit of what is computed. */
const patient = 300_000;

const dice = { seed: 4711, seeds: 20 };
const limits = { ...defaultLimits, timeMs: 3_000, heapMb: 128 };
const quick = { ...apartLimits, handlerMs: 1_500, asleepMs: 5_000, heapMb: 128, memoryMb: 320 };

const graders: Record<string, (file: string) => Promise<Grade>> = {
  'weekend grade': (file) => gradeSubmission({ stage: election, file, dice, limits }),
  'weekend class grade': (file) =>
    judgeSubmission({ stage: election, file, dice }, childBox(), new AbortController().signal, quick),
};

function submitted(text: string): string {
  const folder = join(temporaryFolder(), election.folder);
  mkdirSync(folder);
  const file = join(folder, 'election.ts');
  writeFileSync(file, text);
  return file;
}

const untouchable = [
  'packages/protocol/src',
  'packages/cli/src/class',
  'solutions/03-election',
  'exercises/03-election',
];
const escaped = join('/tmp', `weekend-escaped-${process.pid}`);

describe.for(Object.keys(graders))('with %s', (name) => {
  const gradeOf = graders[name] as (file: string) => Promise<Grade>;

  test.for(attacks(escaped))('$name earns nothing', { timeout: patient }, async ({ text }) => {
    const before = fingerprintOf(untouchable);
    const grade = await gradeOf(submitted(text));
    expect(grade.points).toEqual({ earned: 0, possible: 100 });
    expect(grade.passed).toBe(false);
    for (const { failure } of grade.milestones) expect(failure?.message).not.toBe('');
    expect(fingerprintOf(untouchable)).toBe(before);
    expect(existsSync(escaped)).toBe(false);
  });

  test('honest code holds', { timeout: patient }, async () => {
    expect((await gradeOf(submitted(referenceText))).points.earned).toBe(100);
  });
});
