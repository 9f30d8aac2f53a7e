/** A version stands in one place, and stands still: the catalog of pnpm-workspace.yaml. */
import { parse } from 'yaml';
import type { File, Rule } from '../rule.ts';

const exact = /^\d+[.]\d+[.]\d+$/;

const inCatalog = ({ path, text }: File): string[] =>
  Object.entries<string>(parse(text).catalog ?? {})
    .filter(([, version]) => !exact.test(version))
    .map(([name, version]) => `${path} has ${name}: ${version} — write one exact version`);

const inManifest = ({ path, text }: File): string[] => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(text);
  return Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => version !== 'catalog:' && version !== 'workspace:*')
    .map(
      ([name, version]) =>
        `${path} has "${name}": "${version}" — write "catalog:" there, and the version in the catalog`,
    );
};

export const pinned: Rule = {
  name: 'every dependency has one exact version, in the catalog',
  check: (files) =>
    files.flatMap((file) => {
      if (file.path === 'pnpm-workspace.yaml') return inCatalog(file);
      return /(^|\/)package[.]json$/.test(file.path) ? inManifest(file) : [];
    }),
  broken: [{ path: 'pnpm-workspace.yaml', text: 'catalog:\n  yaml: ^2.0.0\n' }],
};
