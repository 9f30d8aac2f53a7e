/**
 * Server-sent events: how the node describes itself, at once and after each change. A reader that does not keep up is
 * let go rather than waited for; his browser comes back by itself and begins with the present.
 */
import type { Happenings } from './happenings.ts';
import type { Description } from './status.ts';

type Reader = ReadableStreamDefaultController<Uint8Array>;

const mostReaders = 64;
const mostBytesUnread = 64 * 1024;
/** A comment now and then keeps what lies between from closing a quiet connection. */
const heartbeatInterval = 15_000;

export class EventStreams {
  readonly #readers = new Set<Reader>();
  readonly #present: () => Description;
  readonly #unwatch: () => void;
  readonly #heartbeat: NodeJS.Timeout;
  readonly #encoder = new TextEncoder();

  constructor(present: () => Description, happenings: Happenings) {
    this.#present = present;
    this.#unwatch = happenings.watch((happening) => {
      if (happening.kind === 'changed') this.#tellAll(stateEvent(happening.after));
    });
    this.#heartbeat = setInterval(() => this.#tellAll(': still here\n\n'), heartbeatInterval).unref();
  }

  open(): Response {
    if (this.#readers.size >= mostReaders)
      return new Response(`Cannot open another stream: ${mostReaders} are open, which is the most.\n`, { status: 503 });
    let own: Reader | undefined;
    const stream = new ReadableStream<Uint8Array>(
      {
        start: (reader) => {
          own = reader;
          this.#readers.add(reader);
          this.#tell(reader, this.#encoder.encode(stateEvent(this.#present())));
        },
        cancel: () => {
          if (own) this.#readers.delete(own);
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark: mostBytesUnread }),
    );
    return new Response(stream, { headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' } });
  }

  close(): void {
    this.#unwatch();
    clearInterval(this.#heartbeat);
    for (const reader of this.#readers) this.#drop(reader);
  }

  #tellAll(text: string): void {
    if (this.#readers.size === 0) return;
    const bytes = this.#encoder.encode(text);
    for (const reader of this.#readers) this.#tell(reader, bytes);
  }

  #tell(reader: Reader, bytes: Uint8Array): void {
    if ((reader.desiredSize ?? 0) < bytes.length) this.#drop(reader);
    else reader.enqueue(bytes);
  }

  #drop(reader: Reader): void {
    this.#readers.delete(reader);
    reader.close();
  }
}

const stateEvent = (state: Description) => `event: state\ndata: ${JSON.stringify(state)}\n\n`;
