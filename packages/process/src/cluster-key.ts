/** Finds the cluster key. It is never printed, and a file that others can read is not taken for a secret. */
import { readFileSync, statSync } from 'node:fs';
import { CannotStart, reasonOf } from './cannot-start.ts';

/** A shorter one could be guessed. */
const fewestCharacters = 16;

export function readClusterKey(keyFile: string | undefined, env: NodeJS.ProcessEnv): string {
  const key = keyFile === undefined ? env.WEEKEND_CLUSTER_KEY : contentOf(keyFile);
  const source = keyFile ?? 'WEEKEND_CLUSTER_KEY';
  if (key === undefined)
    throw new CannotStart('Cannot start without a cluster key: give --key-file FILE or set WEEKEND_CLUSTER_KEY');
  if (key.length < fewestCharacters)
    throw new CannotStart(
      `Cannot use the cluster key in ${source}: it has ${key.length} characters, where ${fewestCharacters} are the fewest`,
    );
  return key;
}

function contentOf(file: string): string {
  try {
    // Windows has no such mode, and answers one that everybody may read.
    const mode = statSync(file).mode & 0o777;
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw new CannotStart(
        `Cannot use the key file ${file}: others may use it too (mode ${mode.toString(8)}); run chmod 600 ${file}`,
      );
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(`Cannot read the key file ${file}: ${reasonOf(error)}`);
  }
}
