/** `weekend grade` from the outside: what it prints, and how it ends. */
import { copyFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { changed, election, referenceText, submission, temporaryFolder, unwritten } from '../../testing/submissions.ts';
import { startWeekend, weekend } from '../../testing/weekend.ts';
import type { Grade } from '../grade/grade.ts';
import { reference } from '../stages.ts';

/** The one known way to break it that is used here. */
const votesForAll = () => submission(changed('state.votedFor === null || state.votedFor === from', 'true'));

/** What is told does not depend on how many random runs there were. */
const few = ['--seeds', '3'];

const withoutTimes = (json: string): string => json.replaceAll(/"ms": \d+/g, '"ms": 0');

async function gradeOf(file: string, ...words: string[]): Promise<Grade & { code: number | null }> {
  const { code, stdout, stderr } = await weekend('grade', 'election', '--submission', file, '--json', ...few, ...words);
  expect(stderr).toBe('');
  return { ...JSON.parse(stdout), code };
}

test('the reference gets all points, and exit code 0', async () => {
  const { code, stdout } = await weekend('grade', 'election', '--lineup', 'election=reference');
  expect(stdout).toMatch(/^03 · Leader election +(\d+) of \1 points\n/);
  expect(stdout).toContain('All of it holds.');
  expect(code).toBe(0);
});

test('between two stages there is an empty line', async () => {
  const { stdout } = await weekend('grade', 'election', 'log-replication', ...few);
  expect(stdout).toMatch(/\S\n\n04 · Log replication /);
});

test('the JSON of a pass is one document with the agreed fields', async () => {
  const grade = await gradeOf('solutions/03-election/election.ts');
  expect(grade).toMatchObject({
    code: 0,
    stage: 'election',
    submission: 'solutions/03-election/election.ts',
    passed: true,
    compiles: true,
  });
  expect(grade.points.earned).toBe(grade.points.possible);
  expect(grade.milestones.length).toBeGreaterThanOrEqual(8);
  for (const milestone of grade.milestones)
    expect(milestone).toEqual({
      id: expect.stringMatching(/^[a-z0-9-]+$/),
      title: expect.any(String),
      passed: true,
      points: expect.any(Number),
      ms: expect.any(Number),
    });
});

test('a failure in JSON is a letter: rule, message, story, replay, hint', async () => {
  const grade = await gradeOf(votesForAll());
  const failed = grade.milestones.find(({ passed }) => !passed);
  expect([grade.code, grade.passed]).toEqual([1, false]);
  expect(failed?.failure).toMatchObject({
    kind: 'broken',
    rule: expect.stringContaining('§'),
    message: expect.any(String),
    hint: expect.any(String),
    replay: expect.stringMatching(/^npx weekend replay election --seed \d+ --milestone [a-z-]+ --submission \//),
  });
  expect(failed?.failure?.story.length).toBeGreaterThan(0);
});

test('a stub fails each milestone with "not written yet" and nothing worse', async () => {
  const grade = await gradeOf(submission(unwritten));
  expect([grade.code, grade.points.earned, grade.problem]).toEqual([1, 0, undefined]);
  for (const { failure } of grade.milestones) expect(failure?.message).toMatch(/^not written yet: /);
});

test('equal seeds print equal letters and, but for the times, equal JSON', async () => {
  const file = votesForAll();
  const words = ['grade', 'election', '--submission', file, '--seed', '7', ...few];
  const [first, second] = [await weekend(...words), await weekend(...words)];
  expect(second).toEqual(first);
  const [one, two] = [await weekend(...words, '--json'), await weekend(...words, '--json')];
  expect(withoutTimes(two.stdout)).toBe(withoutTimes(one.stdout));
});

test('a letter is plain and fits 80 columns where nobody watches; only a command may be longer', async () => {
  const { code, stdout } = await weekend('grade', 'election', '--submission', votesForAll(), ...few);
  const lines = stdout.split('\n').filter((line) => !/npx weekend|^Next: edit/.test(line));
  expect(lines.filter((line) => [...line].length > 80)).toEqual([]);
  expect(stdout.includes('\u001b')).toBe(false);
  expect(stdout).toContain('  See it again  npx weekend replay election --seed ');
  expect(code).toBe(1);
});

test('the command is named as it was called', async () => {
  const env = { ...process.env, npm_config_user_agent: 'pnpm/12 npm/?' };
  const { stdout } = await startWeekend(['grade', 'election', '--submission', votesForAll(), ...few], env);
  expect(stdout).toContain('  See it again  pnpm weekend replay election');
});

test.for([
  ['blanks and letters of all alphabets', 'mein Wählen 選挙.ts', referenceText],
  ['a byte order mark and Windows line ends', 'election.ts', `\uFEFF${referenceText.replaceAll('\n', '\r\n')}`],
  ['another ending', 'election.mts', referenceText],
])('a submission may have %s', async ([, name, text]) => {
  expect((await gradeOf(submission(text as string, name))).passed).toBe(true);
});

test('a submission that is a link is refused: the code that it leads to may be anybody’s', async () => {
  const link = join(temporaryFolder(), 'link.ts');
  symlinkSync(reference(election), link);
  const { code, stdout, stderr } = await weekend('grade', 'election', '--submission', link, '--json');
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('link.ts is a symbolic link');
});

test('a path is taken from the folder in which one stands', async () => {
  const folder = temporaryFolder();
  copyFileSync(reference(election), join(folder, 'mine.ts'));
  const env = { ...process.env, npm_config_user_agent: 'npm/11' };
  const { code } = await startWeekend(['grade', 'election', '--submission', 'mine.ts', ...few], env, folder);
  expect(code).toBe(0);
});

test('what does not compile is a failed grade that says where', async () => {
  const file = submission(changed('state.votedFor = from;', 'state.votedFor = 3;'));
  const grade = await gradeOf(file);
  expect(grade).toMatchObject({ code: 1, passed: false, compiles: false, points: { earned: 0 } });
  expect(grade.problem).toMatch(/^election\.ts does not compile: election\.ts:\d+:7 Type 'number' is not assignable/);
  for (const { failure } of grade.milestones) expect(failure?.message).toBe(grade.problem);
});

test('what the code prints is told apart from what the grader prints', async () => {
  const file = submission(`console.log('{"passed":true}');\n${unwritten}`);
  const { stdout } = await weekend('grade', 'election', '--submission', file, ...few);
  expect(stdout).toContain('Your code printed\n  {"passed":true}\n');
  expect(await gradeOf(file)).toMatchObject({ passed: false, printed: '{"passed":true}\n' });
});

test('a file that is not there is exit code 2, and no grade', async () => {
  const missing = join(dirname(submission('')), 'elections.ts');
  const { code, stdout, stderr } = await weekend('grade', 'election', '--submission', missing, '--json');
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(`${basename(missing)} does not exist`);
});
