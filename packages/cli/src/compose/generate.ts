/** generate-compose from its words to its files, with a look at the networks and the engine of this machine between. */
import { basename, dirname, join, relative, sep } from 'node:path';
import type Docker from 'dockerode';
import { CannotRun } from '../cannot-run.ts';
import { usualBase } from '../cluster/container.ts';
import { findBase } from '../cluster/docker/base.ts';
import { findEngine } from '../cluster/docker/engine.ts';
import { keyVariable } from '../cluster/node-settings.ts';
import { root, shown } from '../places.ts';
import { baseVariable, composeFile, envName, networkName } from './compose-file.ts';
import { ensureVariable, newKey } from './env-file.ts';
import { attempt, composeOptions } from './options.ts';
import { refuseOverlap, takenNetworks } from './taken-networks.ts';
import { writeWhole } from './write-whole.ts';

/** What was done, a line each. Throws `CannotRun`, and then an existing file is as it was. */
export async function generate(args: readonly string[]): Promise<string[]> {
  const options = composeOptions(args);
  const folder = dirname(options.output);
  const env = join(folder, envName);
  const docker = await findEngine();
  refuseOverlap(options.subnet, await takenNetworks(docker, (labels) => isOurs(labels, folder)));

  const done = [`wrote ${shown(options.output)}: ${options.nodes === 1 ? 'one node' : `${options.nodes} nodes`}`];
  try {
    writeWhole(options.output, composeFile(options, wayToRoot(folder)), () => {
      if (ensureVariable(env, keyVariable, newKey)) done.push(`wrote a new cluster key to ${shown(env)}`);
    });
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(
      `Cannot ${attempt}: ${options.output} cannot be written, for ${why(error)}; wanted a file in a folder of yours.`,
    );
  }
  return docker ? [...done, ...(await ensureBase(docker, env))] : done;
}

function why(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'its folder does not exist';
  if (code === 'ENOTDIR') return 'its folder is a file';
  if (code === 'EACCES' || code === 'EPERM') return 'you may not write there';
  return message;
}

/** So that `docker compose up --build` works by hand, too, where node:24-slim cannot be pulled. */
async function ensureBase(docker: Docker, env: string): Promise<string[]> {
  try {
    const base = await findBase(docker, 'make a base for the image');
    if (base.name === usualBase) return [];
    const added = ensureVariable(env, baseVariable, () => base.name);
    return [base.done, added && `wrote to ${shown(env)} that the image is built from ${base.name}`].filter(
      (line) => typeof line === 'string',
    );
  } catch (error) {
    // The compose file is as good as before; only its image can't be built yet.
    return [(error as Error).message];
  }
}

/** From the compose file's folder to the repository, as a compose file writes it on every system. */
const wayToRoot = (folder: string): string => relative(folder, root).split(sep).join('/') || '.';

/** Whether Compose made this network for an earlier file in the same folder, by the labels that it gives. */
function isOurs(labels: Record<string, string>, folder: string): boolean {
  const project =
    process.env.COMPOSE_PROJECT_NAME ??
    basename(folder)
      .toLowerCase()
      .replaceAll(/[^-_a-z0-9]/g, '');
  return labels['com.docker.compose.project'] === project && labels['com.docker.compose.network'] === networkName;
}
