/**
 * A line between judge and sandbox: whole JSON documents over two pipes, one after another, each behind its length. Both
 * sides wait for each other, so that a call across it returns like any other call.
 */
import { Buffer } from 'node:buffer';
import { readSync, writeSync } from 'node:fs';

/** No honest answer is longer, in bytes. */
const longest = 8 * 2 ** 20;

const headerBytes = 4;
// Taken before a student's code is there.
const { parse, stringify } = JSON;
const { wait } = Atomics;
const never = new Int32Array(new SharedArrayBuffer(4));

/** Thrown where a document is longer than `longest`, before any of it is sent, or read. */
export class TooLong extends Error {
  override name = 'TooLong';
}

export class Line {
  readonly #from: number;
  readonly #to: number;
  #in = Buffer.allocUnsafe(2 ** 16);
  #out = Buffer.allocUnsafe(2 ** 16);
  /** What has come and was not taken yet lies between these two. */
  #begin = 0;
  #end = 0;

  /** File descriptors. They may be the same. */
  constructor(from: number, to: number) {
    this.#from = from;
    this.#to = to;
  }

  /** Throws `EPIPE` where nobody listens any more. */
  say(document: unknown): void {
    const text = stringify(document);
    // Three bytes a character at most.
    if (text.length * 3 + headerBytes > this.#out.length) {
      if (Buffer.byteLength(text) > longest) throw new TooLong(`${text.length} characters; wanted ${longest} bytes`);
      this.#out = Buffer.allocUnsafe(text.length * 3 + headerBytes);
    }
    const bytes = this.#out.write(text, headerBytes);
    this.#out.writeUInt32BE(bytes);
    for (let sent = 0; sent < bytes + headerBytes; )
      sent += patiently(() => writeSync(this.#to, this.#out, sent, bytes + headerBytes - sent));
  }

  /** The next document, or nothing where the other side is gone. Throws what is wrong with a document. */
  hear(): unknown {
    if (!this.#has(headerBytes)) return undefined;
    const bytes = this.#in.readUInt32BE(this.#begin);
    if (bytes > longest) throw new TooLong(`${bytes} bytes; wanted ${longest} at most`);
    if (!this.#has(headerBytes + bytes)) return undefined;
    const from = this.#begin + headerBytes;
    this.#begin = from + bytes;
    return parse(this.#in.toString('utf8', from, this.#begin));
  }

  /** Waits until so many bytes are there. False if they never will be. */
  #has(bytes: number): boolean {
    while (this.#end - this.#begin < bytes) {
      this.#makeRoom(bytes);
      const read = patiently(() => readSync(this.#from, this.#in, this.#end, this.#in.length - this.#end, null));
      if (read === 0) return false;
      this.#end += read;
    }
    return true;
  }

  #makeRoom(bytes: number): void {
    if (this.#begin === this.#end) {
      this.#begin = 0;
      this.#end = 0;
    }
    if (this.#begin + bytes <= this.#in.length && this.#end < this.#in.length) return;
    const larger = bytes > this.#in.length ? Buffer.allocUnsafe(2 * bytes) : this.#in;
    this.#in.copy(larger, 0, this.#begin, this.#end);
    this.#end -= this.#begin;
    this.#begin = 0;
    this.#in = larger;
  }
}

/** A pipe that somebody has told not to wait is asked again a millisecond later. */
function patiently(act: () => number): number {
  for (;;) {
    try {
      return act();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      wait(never, 0, 0, 1);
    }
  }
}
