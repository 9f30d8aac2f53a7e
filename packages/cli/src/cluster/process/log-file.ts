/** Prints a log file, and what is added to it until somebody has read enough. */
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const interval = 200;

export async function printLog(file: string, write: (text: string) => void, until?: AbortSignal): Promise<void> {
  const decoder = new TextDecoder();
  let position = 0;
  const printNew = () => {
    const bytes = bytesFrom(file, position);
    position += bytes.length;
    if (bytes.length > 0) write(decoder.decode(bytes, { stream: true }));
  };
  printNew();
  while (until && !until.aborted) {
    // The pause ends by a throw when nobody wants more: that is how this ends, and no mistake.
    await pause(interval, undefined, { signal: until }).catch(() => {});
    printNew();
  }
}

function bytesFrom(file: string, start: number): Buffer {
  if (!existsSync(file)) return Buffer.alloc(0);
  const descriptor = openSync(file, 'r');
  try {
    const size = Math.max(0, fstatSync(descriptor).size - start);
    const bytes = Buffer.alloc(size);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, size, start));
  } finally {
    closeSync(descriptor);
  }
}
