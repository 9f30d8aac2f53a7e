/** `npm test` runs the same two scripts in every package, and adds up what the shared configuration leaves behind. */
import type { File, Rule } from '../rule.ts';

const wanted: Record<string, string> = {
  typecheck: 'tsc --noEmit -p .',
  test: 'vitest run --config ../../vitest.config.ts',
};

const has = (files: readonly File[], folder: string, end: string): boolean =>
  files.some(({ path }) => path.startsWith(folder) && path.endsWith(end));

const inManifest = (files: readonly File[], { path, text }: File): string[] => {
  const folder = path.slice(0, -'package.json'.length);
  const scripts = JSON.parse(text).scripts ?? {};
  const needed = { typecheck: has(files, folder, '.ts'), test: has(files, folder, '.test.ts') };
  return Object.entries(needed)
    .filter(([name, need]) => (need || scripts[name] !== undefined) && scripts[name] !== wanted[name])
    .map(([name]) => `${path} has "${name}": ${JSON.stringify(scripts[name])} — write "${name}": "${wanted[name]}"`);
};

export const scripts: Rule = {
  name: 'every package is checked and tested in the same way',
  check: (files) =>
    files.filter(({ path }) => /^\w+\/[^/]+\/package[.]json$/.test(path)).flatMap((file) => inManifest(files, file)),
  broken: [
    { path: 'packages/a/package.json', text: '{}' },
    { path: 'packages/a/src/a.test.ts', text: '' },
  ],
};
