/** `weekend replay`: the command that a failure names shows that failure again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changed, submission, temporaryFolder, unwritten } from '../../testing/submissions.ts';
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
  expect(stdout).toContain(`\n     ✘  ${first?.failure?.rule.slice(0, 20)}`);
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

/** Votes for everybody who asks. */
const generous = () => submission(changed('state.votedFor === null || state.votedFor === from', 'true'));

const storm = (file: string) => ['replay', 'election', '--seed', '1', '--milestone', 'storms', '--submission', file];

test('--steps tells each step, what changed by it, what its node did and knows; without a terminal all at once', async () => {
  const { code, stdout } = await weekend(...storm(generous()), '--steps');
  expect(stdout).toMatch(/^1\/\d+ {2}timeout n\d => candidate@1\n/);
  expect(stdout).toMatch(/currentTerm: 0 → 1\n/);
  expect(stdout).toMatch(/saves currentTerm=1 votedFor="n\d"\n/);
  expect(stdout).toMatch(/n\d knows\n/);
  expect(stdout).toContain('Rule  Election Safety (§5.2)');
  expect(code).toBe(1);
});

test('--json carries the steps, with every state', async () => {
  const { stdout } = await weekend(...storm(generous()), '--json');
  const failure = JSON.parse(stdout).milestones[0].failure;
  expect(failure).not.toHaveProperty('trace');
  expect(failure.story.length).toBeLessThanOrEqual(12);
  expect(failure.story.at(-1)).toBe('✘ Election Safety (§5.2)');
  expect(failure.steps[0]).toMatchObject({ state: { currentTerm: 1, role: { kind: 'candidate' } } });
  expect(failure.steps.at(-1)).toMatchObject({ state: { role: { kind: 'leader' } } });
});

test('--html writes one page that needs nothing else, and ends at the broken rule', async () => {
  const page = join(temporaryFolder(), 'run.html');
  await weekend(...storm(generous()), '--html', page);
  const text = readFileSync(page, 'utf8');
  expect(text).toContain('<svg class="run"');
  expect(text).toContain('✘ Election Safety (§5.2)');
  expect(text.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<link|<img|src=/);
  expect(text).toMatch(/class="step broken"/);
});

test('a page that can not be written is said so in one sentence, with exit code 2', async () => {
  const { code, stderr } = await weekend(...storm(generous()), '--html', join(temporaryFolder(), 'no', 'folder.html'));
  expect(stderr).toMatch(/^Cannot write the page: /);
  expect(code).toBe(2);
});

test('--blame names the stage, and the handler whose swap heals it', async () => {
  const { stdout } = await weekend(...storm(generous()), '--blame', '--json');
  expect(JSON.parse(stdout).blame).toEqual({ stages: ['election'], handlers: ['onRequestVote'] });
});

test('of a lineup the neighbour is to blame that breaks the run, and the printed command seats it again', async () => {
  const lineup = `log-replication=reference,election=${generous()}`;
  const graded = await weekend('grade', 'log-replication', '--lineup', lineup, '--seeds', '20', '--json');
  const failed = (JSON.parse(graded.stdout) as Grade).milestones.find(({ id }) => id === 'storms')?.failure;
  expect(failed?.rule).toBe('Election Safety (§5.2)');
  expect(failed?.replay).toContain(` --lineup ${lineup}`);
  const { stdout } = await weekend(...wordsOf(failed?.replay ?? ''), '--blame', '--json');
  expect(JSON.parse(stdout).blame).toEqual({ stages: ['election'], handlers: [] });
});
