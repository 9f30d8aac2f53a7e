/** Freezes a stage of a submission: a copy that nobody changes any more, and a name for what is in it. */
import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Stage } from '../../stages.ts';
import type { Picked } from './pick.ts';

export interface Frozen {
  stage: Stage;
  /** The absolute path of the stub's copy. */
  file: string;
  /** Equal for equal files. */
  hash: string;
}

/** `folder`: where the student's copies are. The stage gets a folder of its own there. */
export function freeze(stage: Stage, picked: Picked, folder: string): Frozen {
  const own = join(folder, stage.folder);
  rmSync(own, { recursive: true, force: true });
  const hash = createHash('sha256').update(stage.name);
  for (const { path, text } of picked) {
    const file = join(own, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { mode: 0o644 });
    hash.update(`\0${path}\0${text.length}\0`).update(text);
  }
  return { stage, file: join(realpathSync(own), `${stage.name}.ts`), hash: hash.digest('hex') };
}
