/** One program that is connected to this node. Who does not take his answers is asked nothing more, and then let go. */
import type { Socket } from 'node:net';
import {
  clientFrameLimit,
  FrameReader,
  frameOf,
  type News,
  OversizedFrame,
  type Refused,
} from '@weekend/client/gateway';
import type { Request } from '@weekend/raft';
import { checkedRequest } from './checked.ts';
import { mostBytesUntaken, mostUnderWay, takingTimeout } from './limits.ts';

export interface VisitorOptions {
  me: string;
  /** All nodes, this one among them. */
  nodes: readonly string[];
  post(to: string, request: Request): void;
  onGone(): void;
}

export class Visitor {
  readonly #socket: Socket;
  readonly #options: VisitorOptions;
  readonly #reader = new FrameReader(clientFrameLimit);
  #replies: string[] = [];
  /** Posted to this node, which answers each. */
  #underWay = 0;
  #waiting: Request[] = [];
  #patience: NodeJS.Timeout | undefined;
  #nodePauses = false;

  constructor(socket: Socket, options: VisitorOptions) {
    this.#socket = socket;
    this.#options = options;
    socket.setNoDelay(true).setKeepAlive(true, 10_000).setTimeout(0);
    socket.on('data', (chunk) => this.read(chunk));
    socket.on('drain', () => this.#taken());
    socket.on('close', () => {
      clearTimeout(this.#patience);
      options.onGone();
    });
  }

  tell(told: News | Refused): void {
    this.#write(JSON.stringify(told));
  }

  /** The text of a reply, which leaves with the next `flush`. */
  reply(text: string): void {
    this.#underWay = Math.max(0, this.#underWay - 1);
    this.#replies.push(text);
  }

  flush(): void {
    this.#write(`{"kind":"replies","replies":[${this.#replies.join(',')}]}`);
    this.#replies = [];
    this.#postWaiting();
  }

  pause(yes: boolean): void {
    this.#nodePauses = yes;
    this.#pauseOrResume();
  }

  close(): void {
    this.#socket.destroySoon();
  }

  read(chunk: Buffer): void {
    try {
      for (const text of this.#reader.frames(chunk)) this.#hear(JSON.parse(text));
    } catch (error) {
      const isTheirs = error instanceof OversizedFrame || error instanceof SyntaxError || error instanceof Garbled;
      if (!isTheirs) throw error;
      this.#socket.destroy();
    }
  }

  #hear(said: { to?: unknown; requests?: unknown } | null): void {
    if (!Array.isArray(said?.requests)) throw new Garbled();
    const { me, nodes, post } = this.#options;
    const to = nodes.find((node) => node === (said.to ?? me));
    if (to === undefined) throw new Garbled();
    for (const request of said.requests) {
      const checked = checkedRequest(request);
      if (!checked) throw new Garbled();
      if (checked.kind === 'refused') this.tell(checked);
      else if (to === me) this.#waiting.push(checked.request);
      else post(to, checked.request);
    }
    this.#postWaiting();
  }

  /** As many as may be under way, and none while the answers to earlier ones are not taken. */
  #postWaiting(): void {
    if (this.#waiting.length === 0) return;
    const room = this.#patience ? 0 : mostUnderWay - this.#underWay;
    const ready = this.#waiting.splice(0, Math.max(0, room));
    this.#underWay += ready.length;
    for (const request of ready) this.#options.post(this.#options.me, request);
    this.#pauseOrResume();
  }

  #write(text: string): void {
    this.#socket.write(frameOf(text));
    if (this.#socket.writableLength < mostBytesUntaken || this.#patience) return;
    this.#patience = setTimeout(() => this.#socket.destroy(), takingTimeout);
    this.#pauseOrResume();
  }

  #taken(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    this.#postWaiting();
    this.#pauseOrResume();
  }

  #pauseOrResume(): void {
    if (this.#nodePauses || this.#patience || this.#waiting.length > 0) this.#socket.pause();
    else this.#socket.resume();
  }
}

class Garbled extends Error {
  override name = 'Garbled';
}
