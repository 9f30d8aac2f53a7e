/**
 * One flat node_modules lets a file import any package of the workspace. turbo knows only the declared ones,
 * and would keep a result although the sources under it changed.
 */
import { type File, isCode, type Rule } from '../rule.ts';

const imported = /(?:from|import)\s*\(?\s*'(@(?:weekend|exercises|solutions)\/[\w-]+)/g;

const folderOf = ({ path }: File): string => path.split('/').slice(0, 2).join('/');

const declaredIn = (files: readonly File[], folder: string): string[] => {
  const manifest = JSON.parse(files.find(({ path }) => path === `${folder}/package.json`)?.text ?? '{}');
  return [manifest.name, ...Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })];
};

const undeclared = (files: readonly File[], file: File): string[] =>
  [...file.text.matchAll(imported)]
    .map(([, name = '']) => name)
    .filter((name) => !declaredIn(files, folderOf(file)).includes(name))
    .map(
      (name) =>
        `${file.path} imports ${name} — add "${name}": "workspace:*" to ${folderOf(file)}/package.json, and install`,
    );

export const declaredImports: Rule = {
  name: 'a package declares the packages of the workspace that it imports',
  check: (files) =>
    files.filter((file) => isCode(file) && file.path.split('/').length > 2).flatMap((file) => undeclared(files, file)),
  broken: [
    { path: 'packages/a/package.json', text: '{ "name": "@weekend/a" }' },
    { path: 'packages/a/src/a.ts', text: "import { b } from '@weekend/b';\n" },
  ],
};
