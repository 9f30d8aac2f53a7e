/** Frames on a connection: four bytes of length, the most significant first, then so many bytes of text. */

const headerBytes = 4;

export class OversizedFrame extends Error {
  override name = 'OversizedFrame';
}

/** Cuts what arrives into texts. */
export class FrameReader {
  readonly #limit: number;
  #parts: Buffer[] = [];
  #partBytes = 0;
  #wantedBytes = headerBytes;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The frames that are whole with this chunk. Throws `OversizedFrame` as soon as one announces itself. */
  *frames(chunk: Buffer): Generator<string> {
    const bytes = this.#joined(chunk);
    if (!bytes) return;
    let at = 0;
    while (bytes.length - at >= headerBytes) {
      const length = bytes.readUInt32BE(at);
      if (length > this.#limit)
        throw new OversizedFrame(`a frame of ${length} bytes, where ${this.#limit} are the most`);
      const end = at + headerBytes + length;
      if (end > bytes.length) {
        this.#wantedBytes = headerBytes + length;
        break;
      }
      yield bytes.toString('utf8', at + headerBytes, end);
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

export function frameOf(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const bytes = Buffer.allocUnsafe(headerBytes + length);
  bytes.writeUInt32BE(length);
  bytes.write(text, headerBytes);
  return bytes;
}
