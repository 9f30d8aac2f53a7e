/** Every stub of the workshop: where it lies, and what it should be. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deriveStub } from './derive.ts';

const root = join(import.meta.dirname, '../../../..');

export interface Stub {
  /** The file that the student writes, from the root. */
  file: string;
  /** The same as it was on the first day, which `reset` and `diff` take. From the root. */
  fresh: string;
  text: string;
}

export function stubs(): Stub[] {
  return readdirSync(join(root, 'solutions')).map((folder) => {
    const name = folder.replace(/^\d+-/, '');
    const reference = `solutions/${folder}/${name}.ts`;
    const file = `exercises/${folder}/${name}.ts`;
    const text = formatted(deriveStub(readFileSync(join(root, reference), 'utf8'), reference), file);
    return { file, fresh: `packages/cli/stubs/${name}.ts.txt`, text };
  });
}

/** What is there; nothing if nothing is. */
export const found = (path: string): string | undefined =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;

export const absolute = (path: string): string => join(root, path);

/** As Biome would leave it. */
function formatted(text: string, file: string): string {
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  return execFileSync(process.execPath, [biome, 'check', '--write', `--stdin-file-path=${file}`], {
    cwd: root,
    input: text,
    encoding: 'utf8',
  });
}
