/** That the image holds what a node needs, and no more. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../places.ts';
import { contextItems, readIgnore } from './context.ts';

const { included } = readIgnore(readFileSync(join(root, '.dockerignore'), 'utf8'));
const names = contextItems().map(({ name }) => name);

interface Manifest {
  dependencies?: Record<string, string>;
}
const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));

/** Everything that runs with `@weekend/process`, `@weekend/raft` and `@weekend/api`, as their package.json files tell it. */
function productionClosure(): { thirdParty: string[]; ours: string[] } {
  const seen = new Set<string>();
  const visit = (folder: string): void => {
    if (seen.has(folder)) return;
    seen.add(folder);
    for (const name of Object.keys(manifestOf(folder).dependencies ?? {}))
      visit(name.startsWith('@weekend/') ? `packages/${name.slice('@weekend/'.length)}` : `node_modules/${name}`);
  };
  visit('packages/process');
  visit('packages/raft');
  visit('packages/api');
  const all = [...seen].sort();
  return {
    thirdParty: all.filter((folder) => folder.startsWith('node_modules/')),
    ours: all.filter((folder) => folder.startsWith('packages/')),
  };
}

test('.dockerignore lets in all packages that a node needs when it runs, and no other one', () => {
  const { thirdParty, ours } = productionClosure();
  expect(included.filter((path) => path.startsWith('node_modules/')).sort()).toEqual(thirdParty);
  expect(included.filter((path) => path.startsWith('packages/')).sort()).toEqual(ours);
});

test('a package that lies in another one’s node_modules would be missed, and there is none', () => {
  const { ours, thirdParty } = productionClosure();
  const own = [...ours, ...thirdParty].flatMap((folder) =>
    Object.keys(manifestOf(folder).dependencies ?? {})
      .filter((name) => !name.startsWith('@weekend/'))
      .filter((name) => existsSync(join(root, folder, 'node_modules', name)))
      .map((name) => `${folder} has its own ${name}`),
  );
  expect(own).toEqual([]);
});

test('the student’s file and the reference go in', () => {
  expect(names).toContain('exercises/03-election/election.ts');
  expect(names).toContain('solutions/03-election/election.ts');
  expect(names).toContain('packages/process/src/main.ts');
  expect(names).toContain('packages/process/Dockerfile');
});

test('keys, results and tests stay out', () => {
  const unwanted = names.filter((name) =>
    /\.env$|\.weekend|\.turbo|\.results|^(?!node_modules).*\.test\.ts$/.test(name),
  );
  expect(unwanted).toEqual([]);
});

test('a .dockerignore of another shape is refused rather than misread', () => {
  expect(() => readIgnore('node_modules\n')).toThrow('Cannot read .dockerignore');
  expect(() => readIgnore('*\n!a\nb\n!c\n')).toThrow('Cannot read .dockerignore');
});
