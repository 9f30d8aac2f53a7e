/** Grades a class: freezes what everybody has handed in, draws the seeds, and has each stage judged in a box of its own. */
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { defaultDice } from '@weekend/grading';
import { stages as allStages, type Stage } from '../stages.ts';
import { suiteOf } from '../suites.ts';
import { say } from '../words/say.ts';
import { classReport } from './class-report.ts';
import { Refused } from './collect/entry.ts';
import { type Frozen, freeze } from './collect/freeze.ts';
import { type Picked, pick } from './collect/pick.ts';
import { type Student, withEntries } from './collect/students.ts';
import type { Judging } from './judging.ts';
import type { ClassReport, Outline, Source, StageResult, StudentRow } from './report/document.ts';
import { gradeLine } from './report/words.ts';
import { graderFingerprint, Results } from './results.ts';

export interface ClassOrder {
  students: readonly Student[];
  /** Where the copies, the results and the reports are. */
  out: string;
  /** None: all that somebody has handed in. */
  stages: readonly Stage[];
  /** How many are graded at once. */
  jobs: number;
  /** Instead of seeds that are drawn. */
  seed?: number | undefined;
  judging: Judging;
  callOff: AbortSignal;
  say(line: string): void;
}

/** What is wanted of a student: a stage that was frozen, or why there is none. */
type HandedIn = { stage: Stage } & (
  | { kind: 'frozen'; frozen: Frozen }
  | { kind: 'refused'; why: string }
  | { kind: 'missing' }
);

interface Row {
  student: string;
  refused?: string;
  handedIn: HandedIn[];
  results: StageResult[];
}

export async function gradeClass(order: ClassOrder): Promise<ClassReport> {
  const { students, out, callOff } = order;
  const wanted = order.stages.length > 0 ? order.stages : allStages;
  const rows: Row[] = [];
  for (const student of students) rows.push(await handedIn(student, wanted, join(out, 'submissions')));
  // Nobody can change a submission any more, so nobody can write one for these seeds.
  const seed = order.seed ?? randomInt(1, 2 ** 31);
  const graded = order.stages.length > 0 ? wanted : wanted.filter((stage) => rows.some((row) => has(row, stage)));

  const results = new Results(out);
  const grader = graderFingerprint();
  const jobs = rows.flatMap((row) =>
    row.handedIn.flatMap((each) => {
      if (!graded.includes(each.stage)) return [];
      const at = row.results.push(placeholder(each)) - 1;
      if (each.kind !== 'frozen') return [];
      const known = results.find({ student: row.student, stage: each.stage.name, hash: each.frozen.hash, grader });
      if (known) row.results[at] = { stage: each.stage.name, kind: 'graded', seed: known.seed, grade: known.grade };
      return known ? [] : [{ row, at, frozen: each.frozen }];
    }),
  );
  const all = rows
    .flatMap((row) => row.results)
    .filter(({ kind }) => kind === 'graded' || kind === 'not-graded').length;
  if (all > jobs.length) order.say(say('class-known', { known: all - jobs.length, all }));

  let done = all - jobs.length;
  await inParallel(jobs, order.jobs, async ({ row, at, frozen }) => {
    if (callOff.aborted) return;
    const { stage, file, hash } = frozen;
    const result = await judged(order, frozen, file, seed);
    if (callOff.aborted) return;
    row.results[at] = result;
    if (result.kind === 'graded')
      results.keep({ student: row.student, stage: stage.name, hash, grader, seed, grade: result.grade });
    done += 1;
    order.say(`[${done}/${all}] ${row.student} · ${stage.name}: ${gradeLine(result)}`);
  });
  callOff.throwIfAborted();

  return classReport(graded.map(outline), rows.map(studentRow), sourcesOf(rows, graded));
}

async function judged(order: ClassOrder, { stage }: Frozen, file: string, seed: number): Promise<StageResult> {
  const dice = { ...defaultDice, seed, turnsToTell };
  try {
    const grade = await order.judging({ stage, file, dice }, order.callOff);
    return { stage: stage.name, kind: 'graded', seed, grade };
  } catch (error) {
    // One that can't be graded is no reason to leave the others ungraded.
    return { stage: stage.name, kind: 'not-graded', why: error instanceof Error ? error.message : String(error) };
  }
}

/** A tenth of what a student at home spends on a story: every turn is a question to a sandbox, and there are many students. */
const turnsToTell = 6_000;

async function handedIn(student: Student, wanted: readonly Stage[], out: string): Promise<Row> {
  const { name } = student;
  try {
    const handed = await withEntries(student, async (entries) => {
      const all: HandedIn[] = [];
      for (const stage of wanted) all.push(await oneStage(stage, () => pick(stage, entries), join(out, name)));
      return all;
    });
    return { student: name, handedIn: handed, results: [] };
  } catch (error) {
    const refused = error instanceof Refused ? error.message : `it can not be read: ${(error as Error).message}`;
    return { student: name, refused, handedIn: [], results: [] };
  }
}

async function oneStage(stage: Stage, find: () => Promise<Picked | undefined>, folder: string): Promise<HandedIn> {
  try {
    const picked = await find();
    return picked ? { stage, kind: 'frozen', frozen: freeze(stage, picked, folder) } : { stage, kind: 'missing' };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { stage, kind: 'refused', why: error.message };
  }
}

function placeholder(handed: HandedIn): StageResult {
  const stage = handed.stage.name;
  switch (handed.kind) {
    case 'frozen':
      return { stage, kind: 'not-graded', why: 'its turn did not come' };
    case 'refused':
      return { stage, kind: 'refused', why: handed.why };
    case 'missing':
      return { stage, kind: 'missing' };
    default:
      return handed satisfies never;
  }
}

const has = (row: Row, stage: Stage): boolean =>
  row.handedIn.some((each) => each.stage === stage && each.kind !== 'missing');

const studentRow = ({ student, refused, results }: Row): Pick<StudentRow, 'student' | 'refused' | 'stages'> => ({
  student,
  ...(refused !== undefined && { refused }),
  stages: results,
});

const sourcesOf = (rows: readonly Row[], graded: readonly Stage[]): Source[] =>
  rows.flatMap(({ student, handedIn }) =>
    handedIn.flatMap((each) =>
      each.kind === 'frozen' && graded.includes(each.stage)
        ? [{ student, stage: each.stage, file: each.frozen.file }]
        : [],
    ),
  );

const outline = (stage: Stage): Outline => ({
  stage,
  milestones: suiteOf(stage.name).milestones.map(({ id, title, points }) => ({ id, title, points })),
});

async function inParallel<T>(items: readonly T[], most: number, task: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await task(item);
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(most, items.length)) }, worker));
}
