/** Frames on a TCP connection: four bytes of length, the most significant first, then so many bytes. Empty ones are allowed. */

const headerBytes = 4;

export class OversizedFrame extends Error {
  override name = 'OversizedFrame';
}

/** Cuts what arrives into frames. Frames that are whole in one chunk, nearly all of them, are not copied. */
export class FrameReader {
  /** The largest frame that is let through. May be changed between two frames. */
  limit: number;
  #parts: Buffer[] = [];
  #partBytes = 0;
  #wantedBytes = headerBytes;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Whether a frame has begun and not ended. */
  get amidst(): boolean {
    return this.#partBytes > 0;
  }

  /** The frames that are whole with this chunk. Throws `OversizedFrame` as soon as one announces itself. */
  *frames(chunk: Buffer): Generator<Buffer> {
    const bytes = this.#joined(chunk);
    if (!bytes) return;
    let at = 0;
    while (bytes.length - at >= headerBytes) {
      const length = bytes.readUInt32BE(at);
      if (length > this.limit) throw new OversizedFrame(`a frame of ${length} bytes, where ${this.limit} are the most`);
      const end = at + headerBytes + length;
      if (end > bytes.length) {
        this.#wantedBytes = headerBytes + length;
        break;
      }
      yield bytes.subarray(at + headerBytes, end);
      at = end;
    }
    if (at < bytes.length) this.#keep(bytes.subarray(at));
  }

  /** The bytes to look at: this chunk behind what was kept, or nothing if the frame is still not whole. */
  #joined(chunk: Buffer): Buffer | undefined {
    if (this.#partBytes === 0) return chunk;
    this.#keep(chunk);
    if (this.#partBytes < this.#wantedBytes) return undefined;
    const bytes = Buffer.concat(this.#parts, this.#partBytes);
    this.#parts = [];
    this.#partBytes = 0;
    this.#wantedBytes = headerBytes;
    return bytes;
  }

  #keep(part: Buffer): void {
    this.#parts.push(part);
    this.#partBytes += part.length;
  }
}

/** All the texts, a frame each, as one piece of memory for one write. */
export function framesOf(texts: readonly string[]): Buffer {
  const lengths = texts.map((text) => Buffer.byteLength(text));
  const bytes = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + headerBytes + length, 0));
  let at = 0;
  texts.forEach((text, i) => {
    at = bytes.writeUInt32BE(lengths[i] as number, at);
    at += bytes.write(text, at);
  });
  return bytes;
}

/** Carries nothing: a question whether somebody is there, and the answer to it. */
export const emptyFrame = Buffer.alloc(headerBytes);
