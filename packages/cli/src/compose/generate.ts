/** generate-compose from its words to its files, with a look at the networks and the engine of this machine between. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type Docker from 'dockerode';
import { CannotRun } from '../cannot-run.ts';
import { usualBase } from '../cluster/container.ts';
import { findBase } from '../cluster/docker/base.ts';
import { findEngine } from '../cluster/docker/engine.ts';
import { keyVariable } from '../cluster/node-settings.ts';
import { replaceFile } from '../loop/whole-file.ts';
import { root, shown } from '../places.ts';
import { nodesInWords } from '../words/nodes.ts';
import { say } from '../words/say.ts';
import { baseVariable, composeFile, envName, networkName } from './compose-file.ts';
import { nodeNames } from './document.ts';
import { ensureVariable, newKey } from './env-file.ts';
import { ensureKey, keyName } from './key-file.ts';
import { attempt, type ComposeOptions, type StackOptions, whatIsAsked } from './options.ts';
import { spread } from './spread.ts';
import { machinesIn, stackFile } from './stack-file.ts';
import { machinesOf } from './swarm-machines.ts';
import { refuseOverlap, takenNetworks } from './taken-networks.ts';

/** What was done, a line each. Throws `CannotRun`, and then an existing file is as it was. */
export async function generate(args: readonly string[]): Promise<string[]> {
  const asked = whatIsAsked(args);
  const docker = await findEngine();
  return asked.kind === 'compose' ? await generateCompose(asked, docker) : await generateStack(asked, docker);
}

async function generateCompose(options: ComposeOptions, docker: Docker | undefined): Promise<string[]> {
  const folder = dirname(options.output);
  const env = join(folder, envName);
  refuseOverlap(options.subnet, await takenNetworks(docker, (labels) => isOurs(labels, folder)));
  const done = write(options, composeFile(options, wayToRoot(folder)), () =>
    ensureVariable(env, keyVariable, newKey) ? env : undefined,
  );
  return docker ? [...done, ...(await ensureBase(docker, env))] : done;
}

async function generateStack(options: StackOptions, docker: Docker | undefined): Promise<string[]> {
  const key = join(dirname(options.output), keyName);
  const machines = await boundMachines(options, docker);
  const done = write(options, stackFile(options, machines), () => (ensureKey(key) ? key : undefined));
  const places = Object.entries(machines).map(([node, machine]) => say('compose-bound-to', { node, machine }));
  return places.length > 0
    ? [...done, say('compose-bound', { places: places.join(', ') })]
    : [...done, say('compose-unbound')];
}

/** As somebody wants it; otherwise as it was, for volumes do not move, and new nodes where there are the fewest. */
async function boundMachines(options: StackOptions, docker: Docker | undefined): Promise<Record<string, string>> {
  const before =
    options.machines || !existsSync(options.output) ? {} : machinesIn(readFileSync(options.output, 'utf8'));
  return spread(nodeNames(options.nodes), options.machines ?? (await machinesOf(docker)), before);
}

/** `ensureSecret` answers the file of the key if it had to be made. */
function write(
  { output, nodes }: ComposeOptions | StackOptions,
  text: string,
  ensureSecret: () => string | undefined,
): string[] {
  const done = [say('compose-wrote', { file: shown(output), nodes: nodesInWords(nodes) })];
  try {
    // A folder in its place would let it fail in words that nobody understands.
    if (statSync(output, { throwIfNoEntry: false })?.isDirectory()) throw new Error(say('compose-is-folder'));
    const meanwhile = () => {
      const file = ensureSecret();
      if (file) done.push(say('compose-wrote-key', { file: shown(file) }));
    };
    replaceFile(output, text, { meanwhile });
    return done;
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(say('compose-not-written', { attempt: attempt(), file: output, why: why(error) }));
  }
}

function why(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return say('compose-no-folder');
  if (code === 'ENOTDIR') return say('compose-folder-is-file');
  if (code === 'EACCES' || code === 'EPERM') return say('compose-forbidden');
  return message;
}

/** So that `docker compose up --build` works by hand, too, where node:24-slim cannot be pulled. */
async function ensureBase(docker: Docker, env: string): Promise<string[]> {
  try {
    const base = await findBase(docker, say('do-base'));
    if (base.name === usualBase) return [];
    const added = ensureVariable(env, baseVariable, () => base.name);
    return [base.done, added && say('compose-wrote-base', { file: shown(env), base: base.name })].filter(
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
