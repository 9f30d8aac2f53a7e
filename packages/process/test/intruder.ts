/** A connection to a node that says whatever a test wants, well-mannered or not. */
import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { FrameReader, framesOf } from '../src/frames.ts';
import { type Conversation, newNonce, prove, version } from '../src/handshake.ts';
import type { HostPort } from '../src/index.ts';
import { clusterKey } from './kit.ts';

export class Intruder {
  readonly socket: Socket;
  /** Settles when the connection is gone. */
  readonly closed: Promise<void>;
  readonly #frames: string[] = [];
  #listener: (() => void) | undefined;

  constructor(at: HostPort) {
    this.socket = connect({ ...at });
    this.closed = new Promise((resolve) => this.socket.on('close', () => resolve()));
    const reader = new FrameReader(1024 * 1024);
    this.socket.on('error', () => {});
    this.socket.on('data', (chunk) => {
      for (const frame of reader.frames(chunk)) this.#frames.push(frame.toString());
      this.#listener?.();
    });
    onTestFinished(() => {
      this.socket.destroy();
    });
  }

  bytes(bytes: Uint8Array): this {
    this.socket.write(bytes);
    return this;
  }

  frame(text: string): this {
    return this.bytes(framesOf([text]));
  }

  say(said: object): this {
    return this.frame(JSON.stringify(said));
  }

  /** The next frame that comes. */
  async hear(): Promise<string> {
    while (this.#frames.length === 0)
      await new Promise<void>((resolve) => {
        this.#listener = resolve;
      });
    return this.#frames.shift() ?? '';
  }

  hello(changes: object = {}): this {
    return this.say({ kind: 'hello', version, from: 'n2', to: 'n1', nonce: newNonce(), ...changes });
  }

  /** The whole handshake of an honest `from`, unless `key` is another than the cluster's. */
  async shakeHands(from = 'n2', key = clusterKey): Promise<Conversation> {
    const dialerNonce = newNonce();
    this.hello({ from, nonce: dialerNonce });
    const { nonce: acceptorNonce } = JSON.parse(await this.hear());
    const conversation = { dialer: from, acceptor: 'n1', dialerNonce, acceptorNonce };
    this.say({ kind: 'proof', proof: prove(key, 'dialer', conversation) });
    return conversation;
  }
}
