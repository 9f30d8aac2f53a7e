/** The command line: each mistake on it is one sentence on stderr, exit code 2, and nothing on stdout. */
import { expect, test } from 'vitest';
import { weekend } from '../testing/weekend.ts';

test.for([
  ['grad', 'unknown command', 'did you mean grade?'],
  ['grade elction', 'there is no stage "elction"', 'did you mean "election"?'],
  ['grade --sed 3', "unknown option '--sed'", 'did you mean --seed?'],
  ['grade --seed', "option '--seed <n>' argument missing", 'weekend grade --help'],
  ['grade --seed -1', 'is invalid', 'wanted a whole number from 0'],
  ['grade --seeds 0', 'is invalid', 'wanted a whole number from 1'],
  ['grade --seed 1e3', 'is invalid', 'wanted a whole number from 0'],
  ['grade election --submission /nowhere.ts', 'Cannot grade: /nowhere.ts does not exist', 'wanted a file'],
  ['grade election --lineup election', 'names no stage and file', 'wanted STAGE=mine'],
  ['replay --seed 1', "missing required argument 'stage'", 'weekend replay --help'],
  ['replay election', "required option '--seed <n>' not specified", 'weekend replay --help'],
  ['replay election --seed 1 --milestone majorty', 'no milestone "majorty"', 'did you mean "majority"?'],
  ['status extra', 'too many arguments', 'weekend status --help'],
])('weekend %s: %s', async ([words, what, wanted]) => {
  const { code, stdout, stderr } = await weekend(...(words as string).split(' '));
  expect(stderr).toContain(what);
  expect(stderr).toContain(wanted);
  expect(stderr).toMatch(/^Cannot [^\n]+\n$/);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});

test('help is no mistake', async () => {
  const { code, stdout, stderr } = await weekend('--help');
  for (const command of ['status', 'grade', 'replay', 'cluster', 'doctor']) expect(stdout).toContain(`\n  ${command}`);
  expect([code, stderr]).toEqual([0, '']);
});
