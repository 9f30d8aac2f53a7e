/** One grade of a submission whose code runs in a box: what the compiler says and what the judge has proved. */
import { performance } from 'node:perf_hooks';
import { type Compiled, compiles } from '../grade/compiles.ts';
import type { Grade } from '../grade/grade.ts';
import { gradeFrom } from '../grade/grade-submission.ts';
import { type ApartLimits, apartLimits } from './apart-limits.ts';
import type { Box, Case } from './boxes/box.ts';
import { type ApartRun, runApart } from './run-apart.ts';

/** Our own mistake, or the machine's: nothing can be said of the code. */
export class NotGraded extends Error {
  override name = 'NotGraded';
}

export async function judgeSubmission(
  given: Case,
  box: Box,
  callOff: AbortSignal,
  limits: ApartLimits = apartLimits,
): Promise<Grade> {
  const began = performance.now();
  const { stage, file } = given;
  const calling = new AbortController();
  const whole = AbortSignal.any([callOff, calling.signal]);
  const compiling = compiles(file, stage.imports).then((compiled) => {
    // Nothing that runs can make up for it, and what runs may run for ever.
    if (compiled.kind === 'errors') calling.abort();
    return compiled;
  });
  const [compiled, apart] = await Promise.all([compiling, runApart(given, box, limits, whole)]);
  if (callOff.aborted) throw new NotGraded('called off');
  return gradeOf(given, compiled, apart, Math.round(performance.now() - began));
}

export function gradeOf(
  { stage, file, dice, milestone }: Case,
  compiled: Compiled,
  apart: ApartRun,
  ms: number,
): Grade {
  const { run, limits } = apart;
  if (run.ending.kind === 'our-mistake') throw new NotGraded(run.ending.told);
  if (run.milestones.length === 0) throw new NotGraded('the judge did not start');
  return gradeFrom({ stage, file, milestone, dice }, compiled, run, limits, ms);
}
