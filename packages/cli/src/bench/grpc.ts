/**
 * Calls of gRPC over one socket, for loading an etcd: unary calls, no encryption, one header block that never changes. As
 * much of HTTP/2 (RFC 9113) as that takes, and no more, because a load must cost etcd's machine as little as ours does:
 * Node's own HTTP/2 takes more of the processor than the etcd that it asks.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { concat, lengthPrefixed } from './protobuf.ts';

const preface = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
const frameHeader = 9;
const types = { data: 0, headers: 1, reset: 3, settings: 4, ping: 6, goAway: 7, windowUpdate: 8 } as const;
const flags = { ack: 0x1, endStream: 0x1, endHeaders: 0x4 } as const;
const largestWindow = 2 ** 31 - 1;
/** What may be sent before the other side says more. */
const firstWindow = 65_535;

interface Call {
  answer: Buffer[];
  settle(answer: Buffer): void;
  fail(error: Error): void;
}

export class GrpcConnection {
  readonly #socket: Socket;
  readonly #headers = new Map<string, Buffer>();
  readonly #host: string;
  readonly #calls = new Map<number, Call>();
  #nextStream = 1;
  #window = firstWindow;
  #uncredited = 0;
  #waiting: { stream: number; path: string; message: Buffer }[] = [];
  #outgoing: Buffer[] = [];
  #scheduled = false;
  #unread: Buffer = Buffer.alloc(0);

  private constructor(socket: Socket, host: string) {
    this.#socket = socket;
    this.#host = host;
    socket.on('data', (bytes) => this.#read(bytes));
    // What went wrong does not matter: `close` follows in any case.
    socket.on('error', () => {});
    socket.on('close', () => this.#lost());
    // Our own window is as large as it gets, and is filled up again as it is used.
    this.#write(preface, frame(types.settings, 0, 0, setting(4, largestWindow)), credit(largestWindow - firstWindow));
  }

  static async open(host: string, port: number): Promise<GrpcConnection> {
    const socket = connect({ host, port, noDelay: true });
    await once(socket, 'connect');
    return new GrpcConnection(socket, `${host}:${port}`);
  }

  /** Fails if the call is refused, or the connection is lost. */
  call(path: string, message: Buffer): Promise<Buffer> {
    return new Promise((settle, fail) => {
      if (this.#socket.destroyed) return fail(new Error(`Cannot call ${path}: the connection is lost`));
      const stream = this.#nextStream;
      this.#nextStream += 2;
      this.#calls.set(stream, { answer: [], settle, fail });
      this.#waiting.push({ stream, path, message });
      this.#sendWaiting();
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #sendWaiting(): void {
    let sent = 0;
    for (const { stream, path, message } of this.#waiting) {
      const length = message.length + 5;
      if (length > this.#window) break;
      this.#window -= length;
      sent++;
      this.#write(
        frame(types.headers, flags.endHeaders, stream, this.#headersOf(path)),
        frame(types.data, flags.endStream, stream, lengthPrefixed(message)),
      );
    }
    if (sent > 0) this.#waiting = this.#waiting.slice(sent);
  }

  /** What is written in one go leaves in one write. */
  #write(...frames: Buffer[]): void {
    this.#outgoing.push(...frames);
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#socket.write(concat(this.#outgoing));
      this.#outgoing = [];
    });
  }

  #read(bytes: Buffer): void {
    const all = this.#unread.length > 0 ? Buffer.concat([this.#unread, bytes]) : bytes;
    let at = 0;
    while (all.length - at >= frameHeader) {
      const end = at + frameHeader + all.readUIntBE(at, 3);
      if (end > all.length) break;
      const [type, flag, stream] = [all[at + 3], all[at + 4] as number, all.readUInt32BE(at + 5)];
      this.#onFrame(type as number, flag, stream, all.subarray(at + frameHeader, end));
      at = end;
    }
    this.#unread = all.subarray(at);
  }

  #onFrame(type: number, flag: number, stream: number, payload: Buffer): void {
    if (type === types.data) {
      this.#calls.get(stream)?.answer.push(payload);
      this.#credit(payload.length);
    } else if (type === types.windowUpdate) {
      if (stream === 0) this.#window += payload.readUInt32BE(0);
      this.#sendWaiting();
    } else if (type === types.settings && !(flag & flags.ack)) this.#write(frame(types.settings, flags.ack, 0));
    else if (type === types.ping && !(flag & flags.ack)) this.#write(frame(types.ping, flags.ack, 0, payload));
    else if (type === types.goAway) this.#socket.destroy();
    const ends = (type === types.data || type === types.headers) && (flag & flags.endStream) !== 0;
    if (ends || type === types.reset) this.#end(stream);
  }

  /** A call that was refused ends without data: what its headers say is not worth a decoder here. */
  #end(stream: number): void {
    const call = this.#calls.get(stream);
    if (!call) return;
    this.#calls.delete(stream);
    if (call.answer.length === 0) call.fail(new Error('Cannot call etcd: it refused the call'));
    else call.settle((call.answer.length === 1 ? (call.answer[0] as Buffer) : Buffer.concat(call.answer)).subarray(5));
  }

  #credit(length: number): void {
    this.#uncredited += length;
    if (this.#uncredited < largestWindow / 4) return;
    this.#write(credit(this.#uncredited));
    this.#uncredited = 0;
  }

  #lost(): void {
    for (const call of this.#calls.values()) call.fail(new Error('Cannot call etcd: the connection was lost'));
    this.#calls.clear();
  }

  #headersOf(path: string): Buffer {
    const known = this.#headers.get(path);
    if (known) return known;
    const block = headerBlock(path, this.#host);
    this.#headers.set(path, block);
    return block;
  }
}

/** HPACK (RFC 7541) without a dynamic table: what is in the static table by its number, the rest spelled out. */
function headerBlock(path: string, authority: string): Buffer {
  const post = 0x83;
  const http = 0x86;
  return Buffer.concat([
    Buffer.from([post, http]),
    Buffer.from([0x04]),
    hpackString(path),
    Buffer.from([0x01]),
    hpackString(authority),
    // The 31st name is content-type: 15 and 16 more.
    Buffer.from([0x0f, 0x10]),
    hpackString('application/grpc'),
    Buffer.from([0x00]),
    hpackString('te'),
    hpackString('trailers'),
  ]);
}

const hpackString = (text: string): Buffer => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);

function frame(type: number, flag: number, stream: number, payload: Buffer = Buffer.alloc(0)): Buffer {
  const bytes = Buffer.allocUnsafe(frameHeader + payload.length);
  bytes.writeUIntBE(payload.length, 0, 3);
  bytes[3] = type;
  bytes[4] = flag;
  bytes.writeUInt32BE(stream, 5);
  payload.copy(bytes, frameHeader);
  return bytes;
}

function setting(name: number, value: number): Buffer {
  const bytes = Buffer.alloc(6);
  bytes.writeUInt16BE(name);
  bytes.writeUInt32BE(value, 2);
  return bytes;
}

function credit(bytes: number): Buffer {
  const payload = Buffer.alloc(4);
  payload.writeUInt32BE(bytes);
  return frame(types.windowUpdate, 0, 0, payload);
}
