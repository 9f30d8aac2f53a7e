/**
 * This node's own connection to one peer, for sending only. It dials again whenever it is lost, and holds a bounded
 * number of messages meanwhile: the oldest go first, for a protocol has to live with lost messages anyway.
 */
import { connect, type Socket } from 'node:net';
import type { Address } from '@weekend/protocol';
import { type HostPort, remoteOf } from './addresses.ts';
import { encode } from './codec.ts';
import type { Counters, Refusal } from './counters.ts';
import { emptyFrame, FrameReader, framesOf, OversizedFrame } from './frames.ts';
import {
  type Conversation,
  handshakeFrameLimit,
  newNonce,
  prove,
  proves,
  readHandshake,
  version,
} from './handshake.ts';
import {
  firstRetryPause,
  frameLimit,
  handshakeTimeout,
  longestRetryPause,
  mostPingsUnanswered,
  mostTextWaiting,
  mostWaitingUnreachable,
  pingInterval,
} from './limits.ts';

export interface LinkOptions {
  me: Address;
  peer: Address;
  /** Asked for at every dial: a peer may have moved. */
  whereabouts(): HostPort;
  clusterKey: string;
  counters: Counters;
  onConnected(): void;
  onDisconnected(): void;
  onRefused(remote: string, reason: Refusal): void;
}

type Stage =
  | { kind: 'resting'; until: NodeJS.Timeout }
  | { kind: 'dialing'; socket: Socket; deadline: NodeJS.Timeout; conversation?: Conversation; nonce: string }
  | { kind: 'open'; socket: Socket; pings: NodeJS.Timeout; unanswered: number }
  | { kind: 'closed' };

export class Link {
  readonly #options: LinkOptions;
  #stage: Stage;
  #tries = 0;
  #waiting: string[] = [];
  #waitingText = 0;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#stage = this.#dial();
  }

  get connected(): boolean {
    return this.#stage.kind === 'open';
  }

  /** Queues a message; `flush` sends what is queued. */
  send(text: string): void {
    const { counters } = this.#options;
    if (text.length > frameLimit / 3 && Buffer.byteLength(text) > frameLimit) {
      counters.messagesDropped++;
      return;
    }
    this.#waiting.push(text);
    this.#waitingText += text.length;
    const tooMany = this.connected ? 0 : this.#waiting.length - mostWaitingUnreachable;
    // Half of them at once: one by one, each would cost as much time as there are others.
    const tooMuch = this.#waitingText > mostTextWaiting ? Math.ceil(this.#waiting.length / 2) : 0;
    if (tooMany > 0 || tooMuch > 0) this.#dropOldest(Math.max(tooMany, tooMuch));
  }

  flush(): void {
    if (this.#stage.kind !== 'open' || this.#waiting.length === 0) return;
    const { socket } = this.#stage;
    // `drain` comes back here.
    if (socket.writableNeedDrain) return;
    this.#options.counters.messagesSent += this.#waiting.length;
    socket.write(framesOf(this.#waiting));
    this.#waiting = [];
    this.#waitingText = 0;
  }

  /** The peer has just been heard of, so a dial would get through now: no need to rest, or to wait for a lost packet. */
  hurry(): void {
    const stage = this.#stage;
    const connecting = stage.kind === 'dialing' && stage.socket.connecting;
    if (stage.kind !== 'resting' && !connecting) return;
    this.#leaveStage();
    this.#stage = this.#dial();
    if (stage.kind === 'dialing') stage.socket.destroy();
  }

  /** Gently: what was flushed still leaves, if the peer takes it soon. */
  close(): undefined {
    const stage = this.#stage;
    this.#leaveStage();
    this.#stage = { kind: 'closed' };
    if (stage.kind === 'dialing') stage.socket.destroy();
    if (stage.kind !== 'open') return;
    stage.socket.destroySoon();
    setTimeout(() => stage.socket.destroy(), handshakeTimeout).unref();
  }

  /** At once. */
  cut(): void {
    const stage = this.#stage;
    this.close();
    if (stage.kind === 'open') stage.socket.destroy();
  }

  #dropOldest(count: number): void {
    for (const text of this.#waiting.splice(0, count)) this.#waitingText -= text.length;
    this.#options.counters.messagesDropped += count;
  }

  #dial(): Stage {
    const socket = connect({ ...this.#options.whereabouts(), noDelay: true });
    const reader = new FrameReader(handshakeFrameLimit);
    const nonce = newNonce();
    const { me: from, peer: to } = this.#options;
    socket.on('connect', () => write(socket, { kind: 'hello', version, from, to, nonce }));
    socket.on('data', (chunk) => this.#read(socket, reader, chunk));
    socket.on('drain', () => this.flush());
    // Why it failed does not matter: `close` follows in any case.
    socket.on('error', () => {});
    socket.on('close', () => this.#lost(socket));
    const deadline = setTimeout(() => socket.destroy(), handshakeTimeout);
    return { kind: 'dialing', socket, deadline, nonce };
  }

  #read(socket: Socket, reader: FrameReader, chunk: Buffer): void {
    try {
      for (const frame of reader.frames(chunk)) this.#onFrame(socket, frame);
    } catch (error) {
      if (!(error instanceof OversizedFrame)) throw error;
      this.#refuse(socket, 'oversized');
    }
  }

  #onFrame(socket: Socket, frame: Buffer): undefined {
    const stage = this.#stage;
    switch (stage.kind) {
      case 'dialing':
        if (stage.conversation) return this.#examine(socket, frame, stage.conversation);
        return this.#answer(socket, frame, stage);
      case 'open':
        // Nothing but the answers to our pings comes back on this connection.
        if (frame.length > 0) return this.#refuse(socket, 'garbled');
        stage.unanswered = 0;
        return;
      case 'resting':
      case 'closed':
        // What was read together with the frame that ended it.
        return;
      default:
        stage satisfies never;
    }
  }

  #answer(socket: Socket, frame: Buffer, stage: Extract<Stage, { kind: 'dialing' }>): undefined {
    const { me, peer, clusterKey } = this.#options;
    const challenge = readHandshake(frame);
    if (challenge?.kind !== 'challenge') return this.#refuse(socket, 'garbled');
    stage.conversation = {
      dialer: me,
      acceptor: peer,
      dialerNonce: stage.nonce,
      acceptorNonce: challenge.nonce,
    };
    write(socket, { kind: 'proof', proof: prove(clusterKey, 'dialer', stage.conversation) });
  }

  #examine(socket: Socket, frame: Buffer, conversation: Conversation): undefined {
    const answer = readHandshake(frame);
    if (answer?.kind !== 'proof') return this.#refuse(socket, 'garbled');
    if (!proves(this.#options.clusterKey, 'acceptor', conversation, answer.proof))
      return this.#refuse(socket, 'wrong-key');
    this.#leaveStage();
    this.#tries = 0;
    this.#stage = { kind: 'open', socket, unanswered: 0, pings: setInterval(() => this.#ping(), pingInterval) };
    this.#options.onConnected();
    this.flush();
  }

  /** A peer that was paused or cut off does not close its connection; only its silence shows. */
  #ping(): void {
    if (this.#stage.kind !== 'open') return;
    if (this.#stage.unanswered++ >= mostPingsUnanswered) this.#stage.socket.destroy();
    else this.#stage.socket.write(emptyFrame);
  }

  #refuse(socket: Socket, reason: Refusal): undefined {
    this.#options.onRefused(remoteOf(socket), reason);
    socket.destroy();
  }

  #lost(socket: Socket): void {
    const stage = this.#stage;
    if (stage.kind === 'closed' || stage.kind === 'resting' || stage.socket !== socket) return;
    this.#leaveStage();
    const pause = retryPause(this.#tries++);
    const until = setTimeout(() => {
      this.#stage = this.#dial();
    }, pause);
    this.#stage = { kind: 'resting', until };
    if (stage.kind === 'open') this.#options.onDisconnected();
  }

  #leaveStage(): void {
    if (this.#stage.kind === 'resting') clearTimeout(this.#stage.until);
    if (this.#stage.kind === 'dialing') clearTimeout(this.#stage.deadline);
    if (this.#stage.kind === 'open') clearInterval(this.#stage.pings);
  }
}

function write(socket: Socket, said: object): void {
  socket.write(framesOf([encode(said)]));
}

/** At once after a connection that had worked, then ever longer; never quite the same, so that nodes do not dial in step. */
function retryPause(tries: number): number {
  if (tries === 0) return 0;
  const longest = Math.min(firstRetryPause * 2 ** (tries - 1), longestRetryPause);
  return longest * (0.5 + Math.random() / 2);
}
