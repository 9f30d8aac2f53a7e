/** One connection that somebody has opened to this node: a stranger until he has proved who he is, then that peer for good. */
import type { Socket } from 'node:net';
import type { Address } from '@weekend/protocol';
import { remoteOf } from './addresses.ts';
import { nodeOfClient, splitRouted } from './client-address.ts';
import { encode } from './codec.ts';
import type { Refusal } from './counters.ts';
import { emptyFrame, FrameReader, framesOf, OversizedFrame } from './frames.ts';
import {
  type Conversation,
  fieldsOf,
  handshakeFrameLimit,
  newNonce,
  prove,
  proves,
  readHandshake,
  version,
} from './handshake.ts';
import { frameLimit, handshakeTimeout, silenceTimeout } from './limits.ts';

export interface CallerOptions {
  me: Address;
  peers: readonly Address[];
  clusterKey: string;
  onProven(caller: Caller, from: Address): void;
  /** From that peer, or from a client of it. */
  onMessage(from: Address, message: { kind: string }): void;
  /** To a client of this node: the text of a message. */
  onReply(client: Address, text: string): void;
  onRefused(caller: Caller, reason: Refusal): void;
  onClosed(caller: Caller): void;
}

type Stage =
  | { kind: 'unknown' }
  | { kind: 'challenged'; conversation: Conversation }
  | { kind: 'proven'; from: Address }
  | { kind: 'closed' };

export class Caller {
  /** The host and port that he calls from, for the log. */
  readonly remote: string;
  /** Who he says he is. */
  claims: Address | null = null;
  readonly #socket: Socket;
  readonly #options: CallerOptions;
  readonly #reader = new FrameReader(handshakeFrameLimit);
  readonly #patience: NodeJS.Timeout;
  #stage: Stage = { kind: 'unknown' };

  constructor(socket: Socket, options: CallerOptions) {
    this.#socket = socket;
    this.#options = options;
    this.remote = remoteOf(socket);
    // Of the whole handshake, so that a byte now and then buys nobody more time.
    this.#patience = setTimeout(() => this.refuse('silent'), handshakeTimeout);
    socket.on('data', (chunk) => this.#read(chunk));
    // What went wrong does not matter: `close` follows in any case.
    socket.on('error', () => {});
    socket.on('close', () => this.#lost());
  }

  refuse(reason: Refusal): undefined {
    if (this.#stage.kind === 'closed') return;
    this.#options.onRefused(this, reason);
    this.close();
  }

  close(): undefined {
    if (this.#stage.kind === 'closed') return;
    this.#stage = { kind: 'closed' };
    clearTimeout(this.#patience);
    this.#socket.destroy();
    this.#options.onClosed(this);
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  #read(chunk: Buffer): void {
    try {
      for (const frame of this.#reader.frames(chunk)) this.#onFrame(frame);
    } catch (error) {
      if (!(error instanceof OversizedFrame)) throw error;
      this.refuse('oversized');
    }
  }

  #onFrame(frame: Buffer): undefined {
    switch (this.#stage.kind) {
      case 'unknown':
        return this.#challenge(frame);
      case 'challenged':
        return this.#examine(frame, this.#stage.conversation);
      case 'proven':
        return this.#hear(frame, this.#stage.from);
      case 'closed':
        // What was read together with the frame that closed it.
        return;
      default:
        this.#stage satisfies never;
    }
  }

  #challenge(frame: Buffer): undefined {
    const { me, peers } = this.#options;
    const hello = readHandshake(frame);
    if (hello?.kind !== 'hello') return this.refuse('garbled');
    this.claims = hello.from;
    if (hello.version !== version) return this.refuse('other-version');
    if (hello.to !== me) return this.refuse('wrong-receiver');
    if (!peers.includes(hello.from)) return this.refuse('unknown-sender');
    const acceptorNonce = newNonce();
    this.#stage = {
      kind: 'challenged',
      conversation: { dialer: hello.from, acceptor: me, dialerNonce: hello.nonce, acceptorNonce },
    };
    this.#write({ kind: 'challenge', nonce: acceptorNonce });
  }

  #examine(frame: Buffer, conversation: Conversation): undefined {
    const { clusterKey } = this.#options;
    const answer = readHandshake(frame);
    if (answer?.kind !== 'proof') return this.refuse('garbled');
    if (!proves(clusterKey, 'dialer', conversation, answer.proof)) return this.refuse('wrong-key');
    clearTimeout(this.#patience);
    this.#reader.limit = frameLimit;
    this.#stage = { kind: 'proven', from: conversation.dialer };
    // A living peer asks whether we are there every second.
    this.#socket.setTimeout(silenceTimeout, () => this.close());
    this.#write({ kind: 'proof', proof: prove(clusterKey, 'acceptor', conversation) });
    this.#options.onProven(this, conversation.dialer);
  }

  #hear(frame: Buffer, from: Address): undefined {
    if (frame.length === 0) {
      // Who asks and never listens to the answer need not be answered.
      if (!this.#socket.writableNeedDrain) this.#socket.write(emptyFrame);
      return;
    }
    const [client, text] = splitRouted(frame.toString());
    const node = client === '' ? from : nodeOfClient(client);
    const message = fieldsOf(text);
    if (!isMessage(message)) return this.refuse('garbled');
    if (node === this.#options.me) this.#options.onReply(client, text);
    // Nobody speaks for another node's client.
    else if (node === from) this.#options.onMessage(client || from, message);
    else this.refuse('garbled');
  }

  #write(said: object): void {
    this.#socket.write(framesOf([encode(said)]));
  }

  #lost(): void {
    if (this.#stage.kind !== 'proven' || this.#reader.amidst) this.refuse('cut-off');
    else this.close();
  }
}

function isMessage(fields: Record<string, unknown> | undefined): fields is { kind: string } {
  return typeof fields?.kind === 'string';
}
