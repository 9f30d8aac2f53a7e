/** How often a second this machine's disk makes a small append durable: what every log has to live with. */
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Appends of 4 KB, each followed by fdatasync, for so many milliseconds, in a file of this folder. */
export function syncsPerSecond(folder: string, measured: number): number {
  const file = join(folder, 'sync-rate');
  const descriptor = openSync(file, 'w');
  const block = Buffer.alloc(4096, 1);
  try {
    const begin = performance.now();
    let syncs = 0;
    for (; performance.now() - begin < measured; syncs++) {
      writeSync(descriptor, block);
      fdatasyncSync(descriptor);
    }
    return syncs / ((performance.now() - begin) / 1000);
  } finally {
    closeSync(descriptor);
    rmSync(file);
  }
}
