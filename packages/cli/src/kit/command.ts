/** `weekend kit DIR`. */
import { resolve } from 'node:path';
import { type ExitCode, exitCodes } from '../cannot-run.ts';
import { print, printJson } from '../output.ts';
import { say } from '../words/say.ts';
import { makeKit } from './make.ts';
import { platformsFrom } from './platforms.ts';

export interface KitOptions {
  platforms?: string;
  json?: boolean;
}

export async function kit(folder: string, { platforms, json = false }: KitOptions): Promise<ExitCode> {
  const progress = (step: string): void => {
    process.stderr.write(`… ${step}\n`);
  };
  const made = await makeKit({ into: resolve(folder), platforms: platformsFrom(platforms), progress });
  if (json) printJson(made);
  else
    print(
      [say('kit-made', { folder: made.folder, archive: made.archive }), say('kit-keys', { keys: made.keys })].join(
        '\n',
      ),
    );
  return exitCodes.holds;
}
