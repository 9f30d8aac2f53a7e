/** The ports of this machine: whether they are free, who has one, and where a free block lies. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { CannotRun } from '../cannot-run.ts';
import { say } from '../words/say.ts';

export async function refuseTakenPorts(ports: readonly number[], attempt: string): Promise<void> {
  for (const port of ports) {
    const problem = await problemWith(port);
    if (problem === 'EADDRINUSE')
      throw new CannotRun(say('cluster-port-taken', { attempt, port, holder: holderInWords(port) }));
    if (problem) throw new CannotRun(say('cluster-port-forbidden', { attempt, port, problem }));
  }
}

/** The first of `count` ports in a row that are free now. Below the ports that systems give out by themselves. */
export async function freeBlock(count: number, attempt: string): Promise<number> {
  const [lowest, highest] = [20_000, 32_000];
  for (let tries = 0; tries < 20; tries++) {
    const first = lowest + Math.floor(Math.random() * (highest - lowest - count));
    const ports = Array.from({ length: count }, (_, i) => first + i);
    if (await areFree(ports)) return first;
  }
  throw new CannotRun(say('cluster-no-ports', { attempt, count, lowest, highest }));
}

export async function areFree(ports: readonly number[]): Promise<boolean> {
  const problems = await Promise.all(ports.map(problemWith));
  return problems.every((problem) => problem === undefined);
}

/** Why nobody can listen at a port of loopback, as the system's code for it. */
const problemWith = (port: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(undefined)));
  });

/** Who listens at a port, for the middle of a sentence. */
export function holderInWords(port: number): string {
  const pid = holderOf(port);
  return pid === undefined ? say('holder-unknown') : say('holder-known', { pid });
}

/** The process that listens at a port, if the system tells us. */
export function holderOf(port: number): number | undefined {
  try {
    return process.platform === 'linux' ? holderOnLinux(port) : holderByLsof(port);
  } catch {
    return undefined;
  }
}

function holderOnLinux(port: number): number | undefined {
  const inode = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listeners(table, port))[0];
  if (!inode) return undefined;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const holder = pids.find((pid) => openFiles(pid).includes(`socket:[${inode}]`));
  return holder === undefined ? undefined : Number(holder);
}

/** In these tables the second column is the address in hexadecimal, the fourth the state (0A listens), the tenth the inode. */
function listeners(table: string, port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return readFileSync(table, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[1]?.endsWith(suffix) && columns[3] === '0A')
    .flatMap((columns) => columns[9] ?? []);
}

function openFiles(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => linkAt(`/proc/${pid}/fd/${fd}`));
  } catch {
    // It has ended meanwhile, or belongs to somebody else.
    return [];
  }
}

function linkAt(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

function holderByLsof(port: number): number | undefined {
  const pids = execFileSync('lsof', ['-nP', '-t', `-iTCP:${port}`, '-sTCP:LISTEN'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return Number.parseInt(pids, 10) || undefined;
}
