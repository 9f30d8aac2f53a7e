/** `weekend class grade` without Docker: everybody gets his own points, whatever the others hand in. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gradedClass, handInElection, handInLink, killedAfter } from '../../testing/class-command.ts';
import { changed, referenceText, temporaryFolder, unwritten } from '../../testing/submissions.ts';
import { weekend } from '../../testing/weekend.ts';

/** The machine may be busy. */
const patient = { timeout: 300_000 };

const votesForAll = changed('const free = state.votedFor === null || state.votedFor === from;', 'const free = true;');

/** A folder of submissions, in a folder of its own for the results beside it. */
const classFolder = (): string => join(temporaryFolder(), 'class');

test('each gets what he has earned, and reports are written for all', patient, async () => {
  const folder = classFolder();
  handInElection(folder, 'ada', referenceText);
  handInElection(folder, 'bob', votesForAll);
  handInElection(folder, 'cy', 'export const election = {;\n');
  handInElection(folder, 'dan', `throw new Error('nothing works');\n${referenceText}`);
  handInLink(folder, 'eve');
  const { code, points, stdout } = await gradedClass(folder, '--no-docker', '--seed', '1');
  expect(code).toBe(1);
  expect(points()).toEqual({
    ada: 100,
    bob: expect.toSatisfy((earned) => earned > 0 && earned < 100),
    cy: 0,
    dan: 0,
    eve: 0,
  });
  const { students } = JSON.parse(stdout);
  expect(students[3].stages[0].grade.problem).toContain('Error: nothing works, at election.ts:1:7');
  expect(students[4].stages[0].why).toContain('election.ts is a symbolic link');
  const bob = students[1].stages[0].grade.milestones.find((each: { passed: boolean }) => !each.passed).failure;
  // Of forty students, megabytes each.
  expect(bob).not.toHaveProperty('trace');
  expect(bob.replay).toContain(`${folder}-graded/submissions/bob/03-election/election.ts`);

  const out = `${folder}-graded`;
  expect(readdirSync(join(out, 'students'))).toHaveLength(5);
  expect(readFileSync(join(out, 'class.html'), 'utf8')).toContain('bob');
  expect(readFileSync(join(out, 'class.csv'), 'utf8')).toContain('ada,100,100,100,passed');
  expect(existsSync(join(out, 'grading.pid'))).toBe(false);
});

test('what is graded is not graded again, unless it has changed', patient, async () => {
  const folder = classFolder();
  handInElection(folder, 'ada', unwritten);
  handInElection(folder, 'bob', unwritten);
  const first = await gradedClass(folder, '--no-docker');
  handInElection(folder, 'bob', `${unwritten}\n`);
  const second = await gradedClass(folder, '--no-docker');
  expect(first.stderr).toContain('[2/2]');
  expect(second.stderr).toContain('1 of 2 are graded already');
  expect(second.stderr).toContain('[2/2] bob · election: 0 of 100');
});

test('a grader that was killed goes on where it was', patient, async () => {
  const folder = classFolder();
  for (const student of ['ada', 'bob', 'cy']) handInElection(folder, student, unwritten);
  await killedAfter(1, folder, '--no-docker', '--jobs', '1');
  const { stderr, points } = await gradedClass(folder, '--no-docker', '--jobs', '1');
  expect(stderr).toMatch(/[12] of 3 are graded already/);
  expect(points()).toEqual({ ada: 0, bob: 0, cy: 0 });
});

test('a folder that holds nothing is exit code 2 and a sentence', async () => {
  const { code, stderr } = await weekend('class', 'grade', temporaryFolder(), '--no-docker');
  expect([code, stderr]).toEqual([2, expect.stringContaining('wanted a folder or an archive for each student')]);
});

test.each(['submissions', '.'])('reports never go to where the submissions are: DIR is %s of --out', async (within) => {
  const out = temporaryFolder();
  handInElection(join(out, within), 'ada', unwritten);
  const { code, stderr } = await weekend('class', 'grade', join(out, within), '--out', out, '--no-docker');
  expect([code, stderr]).toEqual([2, expect.stringContaining('the submissions lie in it')]);
});

test('without Docker it is said plainly for whom that is', async () => {
  const folder = classFolder();
  mkdirSync(folder);
  handInLink(folder, 'eve');
  const { stderr } = await gradedClass(folder, '--no-docker');
  expect(stderr).toContain('That is for code that you trust, and for no other.');
});
