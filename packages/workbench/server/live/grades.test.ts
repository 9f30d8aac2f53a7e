/** One grade a stage at a time, and the newest wins: an older verdict on newer code would be a lie. */
import { expect, test } from 'vitest';
import { grade } from '../testing/desk.ts';
import type { GradeEvent, WireGrade } from '../wire.ts';
import { Grades } from './grades.ts';

function bench() {
  const waiting: { resolve(grade: WireGrade): void; reject(error: Error): void; signal: AbortSignal }[] = [];
  const told: string[] = [];
  const grades = new Grades(
    {
      grade: (_stage, _hear, signal) => new Promise((resolve, reject) => waiting.push({ resolve, reject, signal })),
      language: () => undefined,
    },
    (event: GradeEvent) => told.push(`${event.run} ${event.kind}`),
  );
  return { grades, waiting, told };
}

test('a newer one calls the older off, and the older says nothing more', async () => {
  const { grades, waiting, told } = bench();
  const first = grades.start('election', 'asked');
  const second = grades.start('election', 'saved');
  expect(waiting.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  waiting[0]?.resolve(grade);
  waiting[1]?.resolve({ ...grade, ms: 2 });
  await Promise.all([first, second]);
  expect(told).toEqual(['1 began', '2 began', '1 called-off', '2 graded']);
  expect(grades.standing('election').grade?.ms).toBe(2);
});

test('two stages do not disturb each other', () => {
  const { grades, waiting } = bench();
  void grades.start('election', 'asked');
  void grades.start('kv-store', 'asked');
  expect(waiting.map(({ signal }) => signal.aborted)).toEqual([false, false]);
});

test('what our side can not do is told as ours', async () => {
  const { grades, waiting, told } = bench();
  const run = grades.start('election', 'asked');
  waiting[0]?.reject(new Error('no memory'));
  await run;
  expect(told).toEqual(['1 began', '1 could-not']);
  expect(grades.standing('election').running).toBe(false);
});
