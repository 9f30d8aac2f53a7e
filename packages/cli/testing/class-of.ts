/** Classes for tests and benches: a student for each solution, handed in as a stub and its parts. */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../src/places.ts';
import { findStage } from '../src/stages.ts';

/** A solution as somebody hands it in: the stage's folder, with a stub that passes on what lies in `parts`. */
export function handIn(folder: string, student: string, stageName: string, solution: string): void {
  const stage = findStage(stageName, 'test');
  const own = join(folder, student, stage.folder);
  const parts = join(own, 'parts');
  mkdirSync(parts, { recursive: true });
  const from = join(root, 'solutions', stage.folder);
  for (const name of readdirSync(from))
    if (name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'mutants.ts')
      cpSync(join(from, name), join(parts, name));
  for (const name of ['mutants', 'variants']) cpSync(join(from, name), join(parts, name), { recursive: true });
  const name = stage.name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  writeFileSync(join(own, `${stage.name}.ts`), `export { ${name} } from './parts/${solution}.ts';\n`);
}
