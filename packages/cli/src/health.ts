/** Looks at the machine: each thing that the workshop uses, whether it is here, and how to get it. */
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { weekend } from './command-line.ts';
import { findCompiler } from './grade/compiles.ts';
import { root, shown } from './places.ts';

export interface Check {
  name: string;
  ok: boolean;
  /** Whether the workshop stops without it. */
  needed: boolean;
  /** What was found, in words. */
  is: string;
  /** The command or step that mends it, where it is not well. */
  mend?: string;
}

export async function examine(): Promise<Check[]> {
  return await Promise.all([
    node(),
    compiler(),
    program('git', ['--version'], { needed: false, mend: 'install it from https://git-scm.com' }),
    program('pnpm', ['--version'], { needed: false, mend: 'npx weekend does what pnpm weekend does' }),
    docker(),
    compose(),
    ports(),
    diskSpace(),
    mayWrite('repository', join(root, '.weekend')),
    mayWrite('temporary files', tmpdir()),
  ]);
}

const wantedNode = 24;

function node(): Check {
  const major = Number(process.versions.node.split('.')[0]);
  const ok = major >= wantedNode;
  return { name: 'Node', ok, needed: true, is: `Node ${process.versions.node}`, ...(ok ? {} : { mend: 'npm start' }) };
}

async function compiler(): Promise<Check> {
  const name = 'TypeScript';
  const file = findCompiler();
  const version = file === undefined ? undefined : await firstLine(file, ['--version']);
  if (version !== undefined) return { name, ok: true, needed: true, is: version };
  return { name, ok: false, needed: true, is: 'the compiler does not run', mend: 'npm start' };
}

async function program(
  name: string,
  args: string[],
  { needed, mend }: { needed: boolean; mend: string },
): Promise<Check> {
  const line = await firstLine(name, args);
  return line === undefined
    ? { name, ok: false, needed, is: 'not installed', mend }
    : { name, ok: true, needed, is: line };
}

async function docker(): Promise<Check> {
  const name = 'Docker';
  const engine = await firstLine('docker', ['version', '--format', '{{.Server.Version}}']);
  if (engine !== undefined) return { name, ok: true, needed: false, is: `engine ${engine}` };
  const client = await firstLine('docker', ['--version']);
  const is = client === undefined ? 'not installed' : 'installed, but no engine answers';
  const mend =
    client === undefined ? 'install it from https://docs.docker.com/get-docker' : 'start Docker and look again';
  return { name, ok: false, needed: false, is, mend };
}

async function compose(): Promise<Check> {
  const name = 'Docker Compose';
  const plugin = await firstLine('docker', ['compose', 'version', '--short']);
  if (plugin !== undefined) return { name, ok: true, needed: false, is: `docker compose ${plugin}` };
  const old = await firstLine('docker-compose', ['version', '--short']);
  if (old !== undefined) return { name, ok: true, needed: false, is: `docker-compose ${old}` };
  return {
    name,
    ok: false,
    needed: false,
    is: 'not installed',
    mend: 'install it from https://docs.docker.com/compose/install',
  };
}

/** Where the five nodes of a cluster answer. */
const clusterPorts = [8080, 8081, 8082, 8083, 8084];

async function ports(): Promise<Check> {
  const name = 'ports';
  const free = await Promise.all(clusterPorts.map(isFree));
  const taken = clusterPorts.filter((_, i) => !free[i]);
  if (taken.length === 0)
    return { name, ok: true, needed: false, is: `${clusterPorts[0]} to ${clusterPorts.at(-1)} are free` };
  const is = `${taken.join(', ')} taken: by a cluster of yours, or by another program`;
  return { name, ok: false, needed: false, is, mend: `${weekend()} cluster down, or choose others with --base-port` };
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

const wantedGb = 0.5;

function diskSpace(): Check {
  const { bavail, bsize } = statfsSync(root);
  const gigabytes = (bavail * bsize) / 2 ** 30;
  const ok = gigabytes >= wantedGb;
  const is = `${gigabytes.toFixed(1)} GB free`;
  return {
    name: 'disk',
    ok,
    needed: true,
    is,
    ...(ok ? {} : { mend: `free ${wantedGb} GB on the disk of this folder` }),
  };
}

function mayWrite(name: string, folder: string): Check {
  const file = join(folder, `.doctor-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, '');
    rmSync(file);
    return { name, ok: true, needed: true, is: 'may be written' };
  } catch (error) {
    const is = `${shown(folder)} can not be written (${(error as NodeJS.ErrnoException).code})`;
    return { name, ok: false, needed: true, is, mend: `give yourself the right to write to ${shown(folder)}` };
  }
}

/** The first line that a program prints; nothing if it is not there, fails, or takes long. */
function firstLine(command: string, args: string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(command, args, { timeout: 5000, windowsHide: true }, (error, stdout) => {
      const line = stdout.trim().split('\n')[0];
      resolve(error === null && line ? line : undefined);
    });
  });
}
