/** What the doctor says of the machine itself, where it is not as it should be. */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test, vi } from 'vitest';
import { mayWrite } from './machine.ts';

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  return { ...real, writeFileSync: vi.fn(real.writeFileSync) };
});

test('a full disk takes an empty file, and is full all the same', () => {
  vi.mocked(fs.writeFileSync).mockImplementationOnce((_, data) => {
    if (data !== '') throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  });
  const check = mayWrite('temporary files', tmpdir());
  expect(check.ok).toBe(false);
  expect(check.is).toContain('full');
  expect(check.mend).not.toContain('chown');
});

test('a folder that takes what is written is well, and nothing is left in it', () => {
  expect(mayWrite('temporary files', tmpdir()).ok).toBe(true);
  expect(fs.readdirSync(tmpdir()).filter((name) => name === `.doctor-${process.pid}`)).toEqual([]);
});
