/** Lineups: whose file stands where, and what is no lineup. */
import { expect, test } from 'vitest';
import { election, submission, temporaryFolder } from '../testing/submissions.ts';
import { chosenFile, lineupFrom } from './lineup.ts';
import { reference, stub } from './stages.ts';

const lineup = (text?: string) => lineupFrom(text, 'reference', 'start the cluster');

test('mine is the stub, reference is ours, anything else is a file', () => {
  const file = submission('');
  expect(lineup('election=mine').election).toBe(stub(election));
  expect(lineup('election=reference').election).toBe(reference(election));
  expect(lineup(`election=${file}`).election).toBe(file);
});

test('the folder’s name and its number name the stage too', () => {
  expect(lineup('03=mine')).toEqual(lineup('03-election=mine'));
});

test('who is not named stands as the caller says', () => {
  expect(lineup().election).toBe(reference(election));
  expect(lineupFrom(undefined, 'mine', 'grade').election).toBe(stub(election));
});

test('an equals sign in a file’s name is part of the name', () => {
  const file = submission('', 'a=b.ts');
  expect(lineup(`election=${file}`).election).toBe(file);
});

test.for([
  ['election', '"election" in --lineup names no stage and file'],
  ['=mine', '"=mine" in --lineup names no stage and file'],
  ['election=', '"election=" in --lineup names no stage and file'],
  ['election=mine,', '"" in --lineup names no stage and file'],
  ['elektion=mine', 'there is no stage "elektion" (did you mean "election"?)'],
  ['election=mine,03=reference', '--lineup names the stage election twice'],
  ['election=/nowhere/election.ts', '/nowhere/election.ts does not exist; wanted a file that ends in'],
  ['election=/dev/null', 'is not a plain file'],
])('%s is refused: %s', ([text, why]) => {
  expect(() => lineup(text)).toThrow(`Cannot start the cluster: `);
  expect(() => lineup(text)).toThrow(why);
});

test('a folder is no submission', () => {
  expect(() => chosenFile(election, { submission: temporaryFolder() }, 'grade')).toThrow('is a folder; wanted a file');
});

test('a text file is no submission', () => {
  const file = submission('', 'election.txt');
  expect(() => chosenFile(election, { submission: file }, 'grade')).toThrow('is no TypeScript or JavaScript module');
});

test('a submission and a lineup that name the same stage are one too many', () => {
  const both = { submission: submission(''), lineup: 'election=reference' };
  expect(() => chosenFile(election, both, 'grade')).toThrow('both --submission and --lineup name a file for election');
});
