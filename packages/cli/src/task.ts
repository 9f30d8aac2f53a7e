/** The task of a stage: in the reader's language where it is there in it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.ts';
import type { Stage } from './stages.ts';
import { type Language, language } from './words/language.ts';

/** From the root. */
export function taskOf({ folder }: Stage, wanted: Language = language()): string {
  const translated = `exercises/${folder}/README.${wanted}.md`;
  return wanted !== 'en' && existsSync(join(root, translated)) ? translated : `exercises/${folder}/README.md`;
}
