/** When the pages are built again. The bug: a package was changed that ends up in them, and the old pages were served. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hashOf } from './dist.ts';

function repository() {
  const root = mkdtempSync(join(tmpdir(), 'weekend-dist-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const manifest = (name: string, needs: string) =>
    write(`packages/${name}/package.json`, JSON.stringify({ dependencies: needs ? { [needs]: 'workspace:*' } : {} }));
  manifest('workbench', '@weekend/diagram');
  manifest('diagram', '@weekend/protocol');
  manifest('protocol', '');
  manifest('cli', '@weekend/workbench');
  return { root, write };
}

test.each([
  'packages/workbench/app/main.tsx',
  'packages/diagram/src/svg.ts',
  'packages/protocol/src/copy.ts',
  'pnpm-lock.yaml',
])('a change of %s shows, and back again it is the same', (path) => {
  const { root, write } = repository();
  write(path, 'before');
  const before = hashOf(root);
  write(path, 'after');
  expect(hashOf(root)).not.toBe(before);
  write(path, 'before');
  expect(hashOf(root)).toBe(before);
});

test.each(['packages/diagram/src/svg.test.ts', 'packages/cli/src/main.ts', 'packages/workbench/server/app.ts'])(
  'a change of %s is none of the pages',
  (path) => {
    const { root, write } = repository();
    const before = hashOf(root);
    write(path, 'x');
    expect(hashOf(root)).toBe(before);
  },
);

// Without its files, each hash was the same, and tests went on with the pages of the day before.
test('a root that ends in a slash is the same place', () => {
  const { root, write } = repository();
  write('packages/workbench/app/main.tsx', 'before');
  const before = hashOf(`${root}/`);
  expect(before).toBe(hashOf(root));
  write('packages/workbench/app/main.tsx', 'after');
  expect(hashOf(`${root}/`)).not.toBe(before);
});

test('a copy in another place is the same', () => {
  const { root } = repository();
  const other = mkdtempSync(join(tmpdir(), 'weekend-dist-'));
  onTestFinished(() => rmSync(other, { recursive: true }));
  cpSync(root, other, { recursive: true });
  expect(hashOf(other)).toBe(hashOf(root));
});
