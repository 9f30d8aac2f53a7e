/** Server-sent events for any number of pages. One that does not read is let go; its browser comes back by itself. */

const mostBytesUnread = 1024 * 1024;
const heartbeatMs = 15_000;

type Reader = ReadableStreamDefaultController<Uint8Array>;

export class EventHub {
  readonly #readers = new Set<Reader>();
  readonly #encoder = new TextEncoder();
  readonly #heartbeat = setInterval(() => this.#write(': still here\n\n'), heartbeatMs).unref();
  readonly #onCount: (readers: number) => void;

  /** `onCount` hears how many read, whenever that changes. */
  constructor(onCount: (readers: number) => void = () => {}) {
    this.#onCount = onCount;
  }

  /** `greeting`: what this reader hears first. */
  open(greeting: readonly [name: string, data: unknown][] = []): Response {
    let own: Reader | undefined;
    const stream = new ReadableStream<Uint8Array>(
      {
        start: (reader) => {
          own = reader;
          this.#readers.add(reader);
          reader.enqueue(this.#encoder.encode(': welcome\n\n'));
          for (const [name, data] of greeting) reader.enqueue(this.#encoder.encode(event(name, data)));
        },
        cancel: () => {
          if (own) this.#forget(own);
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark: mostBytesUnread }),
    );
    this.#onCount(this.#readers.size);
    return new Response(stream, { headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' } });
  }

  tell(name: string, data: unknown): void {
    this.#write(event(name, data));
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const reader of this.#readers) {
      this.#forget(reader);
      reader.close();
    }
  }

  #write(text: string): void {
    const bytes = this.#encoder.encode(text);
    for (const reader of this.#readers) {
      if ((reader.desiredSize ?? 0) >= bytes.length) reader.enqueue(bytes);
      else {
        this.#forget(reader);
        reader.close();
      }
    }
  }

  #forget(reader: Reader): void {
    if (this.#readers.delete(reader)) this.#onCount(this.#readers.size);
  }
}

const event = (name: string, data: unknown): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
