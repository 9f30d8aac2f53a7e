/** What the workshop needs of the machine itself: ports, room, the right to write, a clock that goes forward. */
import { mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { weekend } from '../command-line.ts';
import { pollEvery } from '../loop/watching/poll.ts';
import { root, shown } from '../places.ts';
import { say } from '../words/say.ts';
import { type Check, here, unwell, well } from './check.ts';

/** Where the five nodes of a cluster answer. */
const clusterPorts = [8080, 8081, 8082, 8083, 8084];

export async function ports(): Promise<Check> {
  const free = await Promise.all(clusterPorts.map(isFree));
  const taken = clusterPorts.filter((_, i) => !free[i]);
  const [first, last] = [clusterPorts[0] as number, clusterPorts.at(-1) as number];
  if (taken.length === 0) return well('ports', false, say('doctor-ports-free', { first, last }));
  const mend = say('doctor-mend-ports', { command: `${weekend()} cluster down` });
  return unwell('ports', false, say('doctor-ports-taken', { ports: taken.join(', ') }), mend);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

const wantedGb = 0.5;

export function diskSpace(): Check {
  const { bavail, bsize } = statfsSync(root);
  const gigabytes = (bavail * bsize) / 2 ** 30;
  const is = say('doctor-disk', { gigabytes: gigabytes.toFixed(1) });
  return gigabytes >= wantedGb
    ? well('disk', true, is)
    : unwell('disk', true, is, say('doctor-mend-disk', { gigabytes: wantedGb }));
}

const enoughBytes = 65_536;

export function mayWrite(name: string, folder: string): Check {
  const file = join(folder, `.doctor-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    // A full disk still takes a file that is empty.
    writeFileSync(file, '.'.repeat(enoughBytes));
    rmSync(file);
    return well(name, true, say('doctor-may-write'));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOSPC') {
      rmSync(file, { force: true });
      return unwell(name, true, say('doctor-full', { folder: shown(folder) }), say('doctor-mend-full'));
    }
    const mend = here({
      linux: `sudo chown -R "$(id -un)" ${shown(folder)}`,
      darwin: `sudo chown -R "$(id -un)" ${shown(folder)}`,
      win32: `icacls ${shown(folder)} /grant %USERNAME%:F /T`,
    });
    return unwell(name, true, say('doctor-may-not-write', { folder: shown(folder), code }), mend);
  }
}

/** More than this between two clocks, and files look as if they were saved at another time than they were. */
const mostApartMs = 2_000;

/**
 * Without a network: the clock against the disk’s, which is another machine’s where the disk is, and against files that
 * can not have been written in the future.
 */
export function clock(folder: string): Check {
  const mend = here({
    linux: 'sudo timedatectl set-ntp true',
    darwin: 'sudo sntp -sS time.apple.com',
    win32: 'w32tm /resync',
  });
  const file = join(folder, `.clock-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    const before = Date.now();
    writeFileSync(file, '');
    const stamp = statSync(file).mtimeMs;
    rmSync(file);
    const apart = stamp < before ? before - stamp : Math.max(0, stamp - Date.now());
    if (apart > mostApartMs)
      return unwell('clock', false, say('doctor-clock-apart', { seconds: Math.round(apart / 1000) }), mend);
  } catch {
    // Whether one may write here is another check's answer.
  }
  const newest = statSync(join(root, 'package.json')).mtimeMs;
  if (newest - Date.now() > mostApartMs) return unwell('clock', false, say('doctor-clock-behind'), mend);
  return well('clock', false, new Date().toLocaleString('sv-SE'));
}

/** How `watch` hears of a save. Both ways work. */
export function fileEvents(): Check {
  const everyMs = pollEvery();
  return well('file events', false, everyMs < 1000 ? say('doctor-polls', { ms: everyMs }) : say('doctor-events'));
}
