/** The root is the first thing that a newcomer sees, so each thing in it has a reason to be there. */
import type { Rule } from '../rule.ts';

const allowed = [
  '.ci',
  '.dependency-cruiser.cjs',
  '.dockerignore',
  '.gitattributes',
  '.gitignore',
  '.pnpmfile.cjs',
  'LICENSE',
  'README.md',
  'biome.json',
  'docs',
  'exercises',
  'generate-compose.ts',
  'knip.json',
  'package.json',
  'packages',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'solutions',
  'tsconfig.base.json',
  'turbo.json',
  'vitest.config.ts',
];

export const rootFiles: Rule = {
  name: 'the root holds only what it must',
  check: (files) => {
    const names = new Set(files.map(({ path }) => path.split('/')[0] ?? path));
    return [...names]
      .filter((name) => !allowed.includes(name))
      .map((name) => `${name} lies in the root — move it into a package, or give it a place in root-files.ts`);
  },
  broken: [{ path: 'jest.config.js', text: '' }],
};
