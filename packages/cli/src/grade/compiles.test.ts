/** What TypeScript says of a submission, and what of it costs a grade. */
import { expect, test } from 'vitest';
import { changed, election, followedBy, referenceText, submission } from '../../testing/submissions.ts';
import { compiles } from './compiles.ts';

const errorsOf = async (text: string, name?: string): Promise<readonly string[]> => {
  const compiled = await compiles(submission(text, name), election.imports);
  if (compiled.kind === 'unknown') throw new Error(compiled.why);
  return compiled.kind === 'errors' ? compiled.errors : [];
};

test('the reference compiles, outside the repository too', async () => {
  expect(await errorsOf(referenceText)).toEqual([]);
});

test('a type error is told as TypeScript tells it, with its place', async () => {
  const errors = await errorsOf(changed('state.votedFor = from;', 'state.votedFor = 3;'));
  expect(errors).toEqual([
    expect.stringMatching(/^election\.ts:\d+:7 Type 'number' is not assignable to type 'string'\.$/),
  ]);
});

test('a syntax error is told with its place', async () => {
  expect(await errorsOf('export const election = {;\n')).toEqual([expect.stringMatching(/^election\.ts:1:26 /)]);
});

test('a syntax error in JavaScript is told too', async () => {
  expect(await errorsOf('export const election = {;\n', 'election.js')).toEqual([
    expect.stringMatching(/^election\.js:1:26 /),
  ]);
});

test('syntax that Node can not strip is told, since it would not run', async () => {
  expect((await errorsOf(followedBy('enum Role { Follower }')))[0]).toContain('erasableSyntaxOnly');
});

test('matters of style cost nothing: no types, unused names, an index that might be missing', async () => {
  const text = followedBy(
    'function loose(list, unused) { return list[0].term; }\nexport const first = [1][0].toFixed();',
  );
  expect(await errorsOf(text)).toEqual([]);
});

test('printing compiles, the machine does not', async () => {
  expect(await errorsOf(followedBy('console.log(1);'))).toEqual([]);
  expect((await errorsOf(followedBy('setTimeout(() => {}, 1);')))[0]).toContain('world.setTimer');
});
