/** How often `watch` looks at the files itself: seldom where the system tells of changes, and often where it does not. */
import { readFileSync, statfsSync } from 'node:fs';
import { CannotRun } from '../../cannot-run.ts';
import { root } from '../../places.ts';
import { say } from '../../words/say.ts';

/** In milliseconds. WEEKEND_POLL decides where it is set. */
export function pollEvery(env: NodeJS.ProcessEnv = process.env, folder = root): number {
  const asked = env.WEEKEND_POLL;
  if (asked === undefined || asked === '') return isElsewhere(folder) ? often : seldom;
  const ms = Number(asked);
  if (Number.isInteger(ms) && ms >= 20 && ms <= 60_000) return ms;
  throw new CannotRun(say('watch-poll', { value: asked }));
}

const often = 150;
const seldom = 1_000;

/** File systems that live on another machine, or on the other side of one: NFS, SMB, CIFS, SMB2, 9p, FUSE, VirtualBox. */
const withoutEvents = [0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x65735546, 0x786f4256];

function isElsewhere(folder: string): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return false;
  try {
    return withoutEvents.includes(statfsSync(folder).type) || (isWsl() && folder.startsWith('/mnt/'));
  } catch {
    return true;
  }
}

const isWsl = (): boolean => /microsoft/i.test(readFileSync('/proc/version', 'utf8'));
