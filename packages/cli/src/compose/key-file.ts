/** The file beside a stack file from which Swarm takes the cluster's key as a secret: made once, never overwritten. */
import { readFileSync, writeFileSync } from 'node:fs';
import { CannotRun } from '../cannot-run.ts';
import { say } from '../words/say.ts';
import { newKey } from './env-file.ts';
import { attempt } from './options.ts';

/** It ends like all that git is told to leave out. */
export const keyName = 'cluster.key.env';

/** True if there was none. Swarm never changes a secret, so another key would not even reach a stack that runs. */
export function ensureKey(file: string): boolean {
  try {
    writeFileSync(file, newKey(), { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  if (readFileSync(file, 'utf8').trim() !== '') return false;
  throw new CannotRun(say('compose-empty-key', { attempt: attempt(), file }));
}
