/** The connections that others have opened to this node. */
import { createServer, type Server, type Socket } from 'node:net';
import type { Address } from '@weekend/protocol';
import type { HostPort } from './addresses.ts';
import { Caller } from './caller.ts';
import type { Refusal } from './counters.ts';
import { mostStrangers } from './limits.ts';
import { listening } from './listening.ts';

export interface IncomingOptions {
  me: Address;
  peers: readonly Address[];
  clusterKey: string;
  onProven(from: Address): void;
  onMessage(from: Address, message: { kind: string }): void;
  onReply(client: Address, text: string): void;
  onRefused(remote: string, reason: Refusal, claims: Address | null): void;
}

export class Incoming {
  readonly #options: IncomingOptions;
  readonly #server: Server;
  /** In the order in which they came. */
  readonly #strangers = new Set<Caller>();
  readonly #proven = new Map<Address, Caller>();
  #paused = false;

  constructor(options: IncomingOptions) {
    this.#options = options;
    this.#server = createServer({ noDelay: true }, (socket) => this.#accept(socket));
  }

  /** Starts to listen, and tells where: the port, if 0 was asked for, is known only then. */
  listen(at: HostPort): Promise<HostPort> {
    return listening(this.#server, at, 'listen for other nodes');
  }

  /** Reads nothing more from peers until told otherwise; TCP then holds them back. */
  pause(yes: boolean): void {
    this.#paused = yes;
    for (const caller of this.#proven.values())
      if (yes) caller.pause();
      else caller.resume();
  }

  close(): void {
    this.#server.close();
    for (const caller of [...this.#strangers, ...this.#proven.values()]) caller.close();
  }

  #accept(socket: Socket): void {
    const { me, peers, clusterKey, onMessage, onReply, onRefused } = this.#options;
    const caller = new Caller(socket, {
      me,
      peers,
      clusterKey,
      onMessage,
      onReply,
      onProven: (proven, from) => this.#welcome(proven, from),
      onRefused: ({ remote, claims }, reason) => onRefused(remote, reason, claims),
      onClosed: (closed) => this.#forget(closed),
    });
    this.#strangers.add(caller);
    const [longestWaiting] = this.#strangers;
    if (this.#strangers.size > mostStrangers) longestWaiting?.refuse('crowded');
  }

  /** A peer has one connection to us. If it opens another, it has lost the older one, perhaps without our noticing. */
  #welcome(caller: Caller, from: Address): void {
    this.#strangers.delete(caller);
    this.#proven.get(from)?.close();
    this.#proven.set(from, caller);
    if (this.#paused) caller.pause();
    this.#options.onProven(from);
  }

  #forget(caller: Caller): void {
    this.#strangers.delete(caller);
    for (const [from, proven] of this.#proven) if (proven === caller) this.#proven.delete(from);
  }
}
