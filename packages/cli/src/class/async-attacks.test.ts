/** Attacks on the stages whose functions answer with promises, and sandboxes that were taken over wholly: none earns a point. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { asyncAttacks, asyncStages } from '../../testing/async-attacks.ts';
import { submission, temporaryFolder } from '../../testing/submissions.ts';
import { ways } from '../../testing/taken-over.ts';
import { reference, type Stage } from '../stages.ts';
import { suiteOf } from '../suites.ts';
import { apartLimits } from './apart-limits.ts';
import type { Box, Ended } from './boxes/box.ts';
import { childBox } from './boxes/child.ts';
import { startJudge } from './boxes/judge.ts';
import { judgeSubmission } from './judge-submission.ts';
import { runApart } from './run-apart.ts';

/** The machine may be busy, and a limit is a limit of what is computed. */
const patient = { timeout: 300_000 };

const dice = { seed: 4711, seeds: 20 };
const limits = { ...apartLimits, handlerMs: 1_500, asleepMs: 5_000, heapMb: 128, memoryMb: 320 };
const never = new AbortController().signal;

const program = fileURLToPath(new URL('../../testing/taken-over-sandbox.ts', import.meta.url));

/** A judge, and in the place of the sandbox somebody who says what he likes. */
const takenOver = (way: string): Box => ({
  async open(given) {
    const handlers = JSON.stringify(suiteOf(given.stage.name).handlers);
    const child = spawn(process.execPath, ['--no-warnings', program, way, handlers], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise<Ended>((resolve) => {
      child.once('close', (code, signal) => resolve({ code, signal, outOfMemory: false, printed: '', stderr: '' }));
    });
    const line = child.stdio[3] as Readable;
    const judge = startJudge(given, dirname(given.file), { questions: 0, answers: 0 }, line);
    line.destroy();
    return {
      ...judge,
      ended,
      usage: () => undefined,
      async close() {
        child.kill('SIGKILL');
        await ended;
      },
    };
  },
});

describe.for(asyncStages.map((stage): [string, Stage] => [stage.name, stage]))('in %s', ([, stage]) => {
  const escaped = join('/tmp', `weekend-escaped-${process.pid}-${stage.name}`);

  // The line is the same in both stages, so each of them takes every second attack, and every second way.
  const everySecond = (_: unknown, i: number): boolean => i % 2 === asyncStages.indexOf(stage);

  test.for(asyncAttacks(stage, escaped).filter(everySecond))('$name earns nothing', patient, async ({ text }) => {
    const file = submission(text, `${stage.name}.ts`);
    const grade = await judgeSubmission({ stage, file, dice }, childBox(), never, limits);
    expect(grade.points).toEqual({ earned: 0, possible: 100 });
    expect(existsSync(escaped)).toBe(false);
  });

  test.for(Object.keys(ways).filter(everySecond))('a sandbox that %s earns nothing', patient, async (way) => {
    const given = { stage, file: join(temporaryFolder(), `${stage.name}.ts`), dice };
    const { run } = await runApart(given, takenOver(way), { ...limits, asleepMs: 1_500 }, never);
    expect(run.milestones).not.toEqual([]);
    expect(run.proofs.filter(({ outcome }) => outcome.kind === 'passed')).toEqual([]);
    expect(run.ending.kind).not.toBe('our-mistake');
  });

  test('honest code holds', patient, async () => {
    const grade = await judgeSubmission({ stage, file: reference(stage), dice }, childBox(), never);
    expect(grade.points.earned).toBe(100);
  });
});
