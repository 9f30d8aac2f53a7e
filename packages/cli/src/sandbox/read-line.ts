/**
 * Reads one line from a descriptor and stands still until it has come; nothing if the other side closes before that. What it
 * needs of the machine it takes when it is loaded, before the fence goes up.
 */
import { readSync } from 'node:fs';

const newline = 10;
const decoder = new TextDecoder();
const { wait } = Atomics;
const wake = new Int32Array(new SharedArrayBuffer(4));

export function readLine(descriptor: number): string | undefined {
  const byte = new Uint8Array(1);
  const bytes: number[] = [];
  for (;;) {
    let read: number;
    try {
      read = readSync(descriptor, byte);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return undefined;
      if (code !== 'EAGAIN') throw error;
      // Nothing there yet, and a descriptor that does not wait for us.
      wait(wake, 0, 0, 2);
      continue;
    }
    if (read === 0) return undefined;
    if (byte[0] === newline) return decoder.decode(Uint8Array.from(bytes));
    bytes.push(byte[0] as number);
  }
}
