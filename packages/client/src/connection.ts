/** A client's connection to one node: opened again whenever it is lost. What is sent in one go leaves in one frame. */
import { request as httpRequest } from 'node:http';
import type { Socket } from 'node:net';
import type { Reply, Request, RequestId } from '@weekend/raft';
import { FrameReader, frameOf } from './frames.ts';
import { clientFrameLimit, type News, type Told, upgradeName, upgradePath } from './wire.ts';

export interface ConnectionOptions {
  /** `host:port` of the node's HTTP server. */
  node: string;
  onNews(connection: Connection, news: News): void;
  onReply(reply: Reply): void;
  onRefused(id: RequestId, why: string): void;
  /** It was open and is not any more. */
  onLost(connection: Connection): void;
}

/** What a socket could not take yet, above which the node counts as out of reach. */
const mostBytesWaiting = 16 * 1024 * 1024;
/** A frame is closed when it has so many characters: escaped and as UTF-8, it stays below the limit. */
const fullFrame = clientFrameLimit / 4;
/** A node's answers may be long: a list of everything. */
const nodeFrameLimit = 1024 * 1024 * 1024;
const handshakeTimeout = 3_000;
const retryPause = { first: 50, longest: 1_000 };

export class Connection {
  /** What the node has last said of itself; nothing before it has. */
  news: News | undefined;
  /** Why there is no connection, as far as known. */
  trouble = 'it has not answered yet';
  readonly #options: ConnectionOptions;
  #socket: Socket | undefined;
  #retry: NodeJS.Timeout | undefined;
  #pause = retryPause.first;
  #closed = false;
  /** What leaves next, all for the same node. */
  #to: string | undefined;
  #texts: string[] = [];
  #length = 0;
  #scheduled = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#dial();
  }

  get node(): string {
    return this.#options.node;
  }

  /** Whether something can be sent now. */
  get isOpen(): boolean {
    return this.news !== undefined && this.#socket !== undefined && this.#socket.writableLength < mostBytesWaiting;
  }

  /** Only on an open connection. `to`: where it should be passed on to, if not for this node. */
  send(request: Request, to: string | undefined): void {
    if (this.#texts.length > 0 && (to !== this.#to || this.#length > fullFrame)) this.#flush();
    const text = JSON.stringify(request);
    this.#to = to;
    this.#texts.push(text);
    this.#length += text.length;
    if (this.#scheduled) return;
    this.#scheduled = true;
    // After everything that has just arrived was answered.
    setImmediate(() => {
      this.#scheduled = false;
      this.#flush();
    });
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#flush();
    this.#socket?.destroySoon();
  }

  #flush(): void {
    if (this.#texts.length === 0) return;
    const to = this.#to === undefined ? '' : `"to":${JSON.stringify(this.#to)},`;
    this.#socket?.write(frameOf(`{${to}"requests":[${this.#texts.join(',')}]}`));
    this.#texts = [];
    this.#length = 0;
  }

  #dial(): void {
    const dial = httpRequest(urlOf(this.node), {
      agent: false,
      headers: { Connection: 'Upgrade', Upgrade: upgradeName },
      timeout: handshakeTimeout,
    });
    dial.on('upgrade', (_response, socket, head) => this.#opened(socket as Socket, head));
    dial.on('response', (response) => {
      dial.destroy(new Error(`it answers ${response.statusCode}, so it is no node with an API`));
    });
    dial.on('timeout', () => dial.destroy(new Error(`it has not answered within ${handshakeTimeout} ms`)));
    dial.on('error', (error) => this.#failed(error));
    dial.end();
  }

  #opened(socket: Socket, head: Buffer): void {
    if (this.#closed) {
      socket.destroy();
      return;
    }
    this.#socket = socket;
    this.#pause = retryPause.first;
    socket.setNoDelay(true).setKeepAlive(true).setTimeout(0);
    const reader = new FrameReader(nodeFrameLimit);
    const read = (chunk: Buffer) => {
      for (const text of reader.frames(chunk)) this.#onTold(JSON.parse(text) as Told);
    };
    socket.on('data', read);
    // Why it broke does not matter: `close` follows in any case.
    socket.on('error', () => {});
    socket.on('close', () => this.#lost());
    if (head.length > 0) read(head);
  }

  #onTold(told: Told): undefined {
    switch (told.kind) {
      case 'news':
        this.news = told;
        this.#options.onNews(this, told);
        return;
      case 'refused':
        this.#options.onRefused(told.id, told.why);
        return;
      case 'replies':
        for (const reply of told.replies) this.#options.onReply(reply);
        return;
      default:
        told satisfies never;
    }
  }

  #lost(): void {
    this.#socket = undefined;
    this.news = undefined;
    this.#texts = [];
    this.#length = 0;
    this.#failed(new Error('the connection was lost'));
    this.#options.onLost(this);
  }

  #failed(error: Error): void {
    this.trouble = error.message || (error as NodeJS.ErrnoException).code || 'it can not be reached';
    if (this.#closed) return;
    this.#retry = setTimeout(() => this.#dial(), this.#pause * (0.5 + Math.random() / 2));
    this.#pause = Math.min(2 * this.#pause, retryPause.longest);
  }
}

/** Throws if it is not the address of a node. */
export function urlOf(node: string): URL {
  const url = URL.parse(`http://${node}${upgradePath}`);
  if (url?.pathname === upgradePath && /:\d+$/.test(node)) return url;
  throw new TypeError(`Cannot connect to "${node}": host:port is wanted, such as 127.0.0.1:8080`);
}
