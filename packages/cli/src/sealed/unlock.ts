/** `weekend unlock`: opens the sealed reference of a stage in a kit, with the key that the mentor has. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CannotRun, type ExitCode, exitCodes } from '../cannot-run.ts';
import { textOf, writeFileWhole } from '../loop/whole-file.ts';
import { print } from '../output.ts';
import { root, shown } from '../places.ts';
import { findStage, reference } from '../stages.ts';
import { say } from '../words/say.ts';
import { type Sealed, unseal } from './sealed.ts';

/** Where a kit keeps them, by stage. */
export const sealedReferences = 'kit/references.json';

export function unlock(word: string, key: string): ExitCode {
  const stage = findStage(word, say('do-run', { command: 'unlock' }));
  const file = reference(stage);
  if (textOf(file) !== undefined) {
    print(say('unlocked-already', { stage: stage.name, file: shown(file) }));
    return exitCodes.holds;
  }
  const sealed = (JSON.parse(textOf(join(root, sealedReferences)) ?? '{}') as Record<string, Sealed>)[stage.name];
  if (!sealed) throw new CannotRun(say('unlock-not-in-kit', { stage: stage.name, file: sealedReferences }));
  const text = unseal(sealed, key);
  if (text === undefined) throw new CannotRun(say('unlock-wrong-key', { stage: stage.name, key }));
  mkdirSync(dirname(file), { recursive: true });
  writeFileWhole(file, text, 0o644);
  print(say('unlocked', { stage: stage.name, file: shown(file) }));
  return exitCodes.holds;
}
