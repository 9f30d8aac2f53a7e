/** Writes all of a text before it returns, also where the reader is slow. Taken before the student's code is there. */
import { writeSync } from 'node:fs';

const encoder = new TextEncoder();
const wake = new Int32Array(new SharedArrayBuffer(4));
const { wait } = Atomics;

export function writeAll(descriptor: number, text: string): void {
  const bytes = encoder.encode(text);
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      // The pipe is full. Nothing wakes us when it is not; a millisecond later is soon enough.
      wait(wake, 0, 0, 1);
    }
  }
}
