/** `weekend watch` from the outside: each save has its verdicts, in a pipe as in a terminal, and nothing is left running. */
import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { changed, followedBy, referenceText, submission, unwritten } from '../../testing/submissions.ts';
import { startWeekend } from '../../testing/weekend.ts';
import { root } from '../places.ts';

const bin = join(root, 'packages', 'cli', 'bin', 'weekend.js');

/** A watch of a file with this text. `until` resolves to the lines up to one that matches, that one included. */
function watched(text: string) {
  const file = submission(text);
  const child = spawn(process.execPath, [bin, 'watch', 'election', '--submission', file, '--lang', 'en'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, WEEKEND_POLL: '50' },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const until = async (wanted: RegExp): Promise<string[]> => {
    const heard: string[] = [];
    while (!wanted.test(heard.at(-1) ?? '')) {
      const { value, done } = await lines.next();
      if (done) throw new Error(`Cannot wait for ${wanted}: watch has ended after ${JSON.stringify(heard)}`);
      heard.push(value);
    }
    return heard;
  };
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { file, until, ended, stop: () => child.kill('SIGTERM') };
}

test('each save is judged: the milestone that failed comes first, and it goes on after a pass', async () => {
  const { file, until, ended, stop } = watched(changed('candidate.lastLogIndex >=', 'candidate.lastLogIndex >'));
  const first = await until(/points, first verdict/);
  expect(first.find((line) => line.startsWith('✘'))).toMatch(/^✘ up-to-date-log: /);

  writeFileSync(file, referenceText);
  const second = await until(/points, first verdict/);
  expect(second[1]).toBe('✔ up-to-date-log');
  expect(second.at(-1)).toMatch(/^100 of 100 points/);

  stop();
  await ended;
});

test('what the code prints, what does not compile, and what throws are told apart', async () => {
  const { file, until, ended, stop } = watched(`console.log('hello');\n${unwritten}`);
  const printed = await until(/points, first verdict/);
  expect(printed).toContain('Your code printed');
  expect(printed).toContain('  │ hello');

  writeFileSync(file, followedBy('const wrong: number = "text";'));
  expect((await until(/points, first verdict/)).join('\n')).toMatch(/✘ election\.ts:\d+:7 Type 'string'/);

  writeFileSync(file, changed('const wasLeader', 'throw new Error("oh");\n    const wasLeader'));
  expect((await until(/points, first verdict/)).join('\n')).toMatch(
    /✘ newer-term: your code threw Error: oh, at election\.ts:\d+/,
  );

  stop();
  await ended;
});

test('a file that is gone is waited for', async () => {
  const { file, until, stop, ended } = watched(unwritten);
  await until(/points, first verdict/);
  rmSync(file);
  await until(/is not there/);
  writeFileSync(file, referenceText);
  expect((await until(/points, first verdict/)).at(-1)).toMatch(/^100 of 100/);
  stop();
  await ended;
});

test.each([
  [['watch', 'elections'], /no stage "elections" \(did you mean "election"\?\)/],
  [['watch', '--submission', 'x.ts'], /no stage is named/],
  [['watch', 'election', '--submission', 'none.ts'], /none\.ts does not exist/],
])('%j is refused in one sentence', async (words, sentence) => {
  const { code, stderr } = await startWeekend(words, process.env);
  expect([code, stderr]).toEqual([2, expect.stringMatching(sentence)]);
});

test('a WEEKEND_POLL that is no number is refused', async () => {
  const { code, stderr } = await startWeekend(['watch', 'election'], { ...process.env, WEEKEND_POLL: 'fast' });
  expect([code, stderr]).toEqual([2, expect.stringContaining('WEEKEND_POLL is "fast"')]);
});
