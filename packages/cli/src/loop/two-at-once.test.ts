/** Two commands at once lose nothing of what either keeps. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/submissions.ts';

const module = join(import.meta.dirname, 'whole-file.ts');

test('four processes add to one file, and every line is there', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'list.txt');
  const program = `
    import { textOf, withLock, writeFileWhole } from ${JSON.stringify(module)};
    for (let i = 0; i < 25; i++)
      withLock(${JSON.stringify(folder)}, () =>
        writeFileWhole(${JSON.stringify(file)}, (textOf(${JSON.stringify(file)}) ?? '') + 'line\\n'));`;
  const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  await Promise.all([run(), run(), run(), run()]);
  expect(readFileSync(file, 'utf8')).toBe('line\n'.repeat(100));
});
