// Where things lie in the repository.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

export const modules = join(root, 'node_modules');

export const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

// The workspace globs of pnpm-workspace.yaml, which cannot be read here: nothing that parses YAML is installed yet.
const homes = ['packages', 'exercises', 'solutions'];

/** The folders of all packages of the workspace, relative to the root, in the order of the alphabet. */
export const packageFolders = () =>
  homes
    .filter((home) => existsSync(join(root, home)))
    .flatMap((home) => readdirSync(join(root, home)).map((name) => `${home}/${name}`))
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .sort();
