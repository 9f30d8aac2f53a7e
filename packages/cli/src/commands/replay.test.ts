/** `weekend replay`: the command that a failure names shows that failure again. */
import { expect, test } from 'vitest';
import { changed, submission, unwritten } from '../../testing/submissions.ts';
import { weekend } from '../../testing/weekend.ts';
import type { Grade, Result } from '../grade/grade.ts';

/** A printed command as the words behind `npx weekend`. */
const wordsOf = (command: string): string[] => command.split(' ').slice(2);

async function failuresOf(file: string): Promise<Result[]> {
  const { stdout } = await weekend('grade', 'election', '--submission', file, '--json', '--seeds', '3');
  return (JSON.parse(stdout) as Grade).milestones.filter(({ passed }) => !passed);
}

test('a failure of a script and one of a random run come back, word for word, by their own commands', async () => {
  const failed = await failuresOf(submission(changed('state.votedFor === null || state.votedFor === from', 'true')));
  expect(failed.map(({ id }) => id)).toEqual(expect.arrayContaining(['one-vote-a-term', 'storms']));
  for (const { id, failure } of failed.filter(({ id }) => id === 'one-vote-a-term' || id === 'storms')) {
    const { code, stdout } = await weekend(...wordsOf(failure?.replay ?? ''), '--json');
    const again: Grade = JSON.parse(stdout);
    expect(again.milestones.map((milestone) => milestone.id)).toEqual([id]);
    expect(again.milestones[0]?.failure).toMatchObject({ message: failure?.message, story: failure?.story });
    expect(code).toBe(1);
  }
});

test('the story is told to its end, with the rule', async () => {
  const file = submission(changed('state.votedFor === null || state.votedFor === from', 'true'));
  const [first] = await failuresOf(file);
  const { code, stdout } = await weekend(...wordsOf(first?.failure?.replay ?? ''));
  expect(stdout).toContain(`Rule  ${first?.failure?.rule}`);
  expect(stdout).toContain(`\n  ${String(first?.failure?.story.length).padStart(4)}  `);
  expect(code).toBe(1);
});

test('what holds now is said, with exit code 0', async () => {
  const words = ['replay', 'election', '--seed', '3', '--milestone', 'majority', '--lineup', 'election=reference'];
  const { code, stdout } = await weekend(...words);
  expect(stdout).toMatch(/^✔ With seed 3, "[^"]+"\s+holds\s+now\s+for\s+solutions\/03-election\/election\.ts\.\n/);
  expect(code).toBe(0);
});

test('without a milestone all of them run again', async () => {
  const words = ['replay', '03', '--seed', '3', '--submission', submission(unwritten), '--json'];
  const { code, stdout } = await weekend(...words);
  expect((JSON.parse(stdout) as Grade).milestones.length).toBeGreaterThan(1);
  expect(code).toBe(1);
});
