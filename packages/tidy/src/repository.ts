/** The text files of the repository that git tracks or would track. The rules' own files are left out: they quote what they forbid. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { File } from './rule.ts';

const root = join(import.meta.dirname, '../../..');

const isText = (path: string): boolean => !/[.](png|jpg|gif|ico|woff2|pdf)$/.test(path);

export const repository = (): File[] =>
  execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '' && !path.startsWith('packages/tidy/src/rules/'))
    .filter((path) => isText(path) && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
