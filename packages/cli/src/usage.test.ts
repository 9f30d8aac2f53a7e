/** What a command that went wrong says: a sentence, and whose fault it is. */
import { expect, test } from 'vitest';
import { apology } from './usage.ts';

test.each(['ENOSPC', 'EROFS', 'EACCES'])('%s is the machine’s, and comes without a stack', (code) => {
  const said = apology(Object.assign(new Error(`${code}: it would not let us, write`), { code }), ['grade']);
  expect(said).toContain('this machine, not your code');
  expect(said).toContain('weekend doctor');
  expect(said).not.toMatch(/our own code|\n/);
});

test('a mistake of ours keeps its stack', () => {
  expect(apology(new TypeError('x is undefined'), ['grade'])).toMatch(/our own code broke.*\n +at /);
});
