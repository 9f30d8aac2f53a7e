/** The network of a node: one connection to each peer for sending, and one from each for receiving. */
import type { Address } from '@weekend/protocol';
import type { HostPort } from './addresses.ts';
import type { Counters, Refusal } from './counters.ts';
import type { EncodedSend } from './encoding-turn.ts';
import type { Happenings } from './happenings.ts';
import { Incoming } from './incoming.ts';
import { Link } from './link.ts';

export interface NetworkOptions {
  me: Address;
  peers: Readonly<Record<Address, HostPort>>;
  clusterKey: string;
  counters: Counters;
  happenings: Happenings;
  onMessage(from: Address, message: { kind: string }): void;
  onReply(client: Address, text: string): void;
}

export class Network {
  readonly #options: NetworkOptions;
  readonly #incoming: Incoming;
  readonly #links = new Map<Address, Link>();

  constructor(options: NetworkOptions) {
    this.#options = options;
    const { me, clusterKey, counters, onMessage, onReply } = options;
    this.#incoming = new Incoming({
      me,
      peers: Object.keys(options.peers),
      clusterKey,
      onProven: (from) => this.#links.get(from)?.hurry(),
      onMessage(from, message) {
        counters.messagesReceived++;
        onMessage(from, message);
      },
      onReply(client, text) {
        counters.messagesReceived++;
        onReply(client, text);
      },
      onRefused: (remote, reason, claims) => this.#refused(remote, reason, claims),
    });
  }

  listen(at: HostPort): Promise<HostPort> {
    return this.#incoming.listen(at);
  }

  dialPeers(): void {
    const { me, peers, clusterKey, counters, happenings } = this.#options;
    for (const peer of Object.keys(peers))
      this.#links.set(
        peer,
        new Link({
          me,
          peer,
          whereabouts: () => peers[peer] as HostPort,
          clusterKey,
          counters,
          onConnected: () => happenings.tell({ kind: 'connected', peer }),
          onDisconnected: () => happenings.tell({ kind: 'disconnected', peer }),
          onRefused: (remote, reason) => this.#refused(remote, reason, peer),
        }),
      );
  }

  connected(peer: Address): boolean {
    return this.#links.get(peer)?.connected ?? false;
  }

  /** Hands everything over at once, so that each peer gets one write. */
  send(sends: readonly EncodedSend[]): void {
    for (const { to, text } of sends) this.#links.get(to)?.send(text);
    for (const link of this.#links.values()) link.flush();
  }

  pauseReading(yes: boolean): void {
    this.#incoming.pause(yes);
  }

  close(): void {
    this.#incoming.close();
    for (const link of this.#links.values()) link.close();
  }

  cut(): void {
    this.#incoming.close();
    for (const link of this.#links.values()) link.cut();
  }

  #refused(remote: string, reason: Refusal, claims: Address | null): void {
    this.#options.counters.refused[reason]++;
    this.#options.happenings.tell({ kind: 'refused', remote, reason, claims });
  }
}
