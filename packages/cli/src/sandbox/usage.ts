/** What a process has used of its machine so far. Only Linux tells, in /proc. */
import { readFileSync } from 'node:fs';

export interface Usage {
  cpuMs: number;
  /** What it holds of the memory, the heap and everything else. */
  residentMb: number;
}

/** Nothing where the system does not tell, or the process is gone. */
export function usageOf(pid: number): Usage | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    // Behind the name, which may hold blanks: the 14th and 15th fields of all, in ticks.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return { cpuMs: (Number(fields[11]) + Number(fields[12])) * tickMs, residentMb: (pages * pageBytes) / 2 ** 20 };
  } catch {
    return undefined;
  }
}

const tickMs = 10;
const pageBytes = 4096;
