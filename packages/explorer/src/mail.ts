/** The network: each packet and each collection of packets is kept once, and goes by its number. */
import type { Address, Shape } from '@weekend/protocol';
import { canonical, thaw } from './canonical.ts';
import type { Network } from './question.ts';
import { absent, Pairs, Texts } from './tables.ts';

export interface Packet<S extends Shape> {
  readonly from: Address;
  readonly to: Address;
  /** The receiver's place in the cluster, `absent` for somebody outside of it. */
  readonly place: number;
  /** Frozen. */
  readonly message: S['Message'];
}

/** The number of the empty collection. */
export const nothing = 0;

export class Mail<S extends Shape> {
  readonly packets: Packet<S>[] = [];
  readonly isBag: boolean;
  readonly #cluster: readonly Address[];
  /** How many copies of one packet a collection holds. */
  readonly #copies: number;
  readonly #packetTexts = new Texts();
  readonly #collectionTexts = new Texts();
  /** Each in ascending order; in a bag a packet may be there more than once. */
  readonly #collections: (readonly number[])[] = [];
  readonly #unions = new Pairs();

  constructor(cluster: readonly Address[], network: Network) {
    this.#cluster = cluster;
    this.isBag = network !== 'set';
    this.#copies = network === 'set' ? 1 : (network.copies ?? Number.POSITIVE_INFINITY);
    this.collection([]);
  }

  /** `text` is the canonical text of the message. */
  packet(from: Address, to: Address, message: S['Message'], text = canonical(message, 'message')): number {
    const number = this.#packetTexts.numberOf(`${JSON.stringify([from, to])}${text}`);
    if (number === this.packets.length)
      this.packets.push({ from, to, place: this.#cluster.indexOf(to), message: thaw(text) });
    return number;
  }

  at(packet: number): Packet<S> {
    return this.packets[packet] as Packet<S>;
  }

  collection(packets: readonly number[]): number {
    const sorted = [...packets].sort((a, b) => a - b);
    const kept = sorted.filter((packet, i) => packet !== sorted[i - this.#copies]);
    const number = this.#collectionTexts.numberOf(kept.join());
    if (number === this.#collections.length) this.#collections.push(kept);
    return number;
  }

  contents(collection: number): readonly number[] {
    return this.#collections[collection] as readonly number[];
  }

  union(a: number, b: number): number {
    if (a === nothing) return b;
    if (b === nothing) return a;
    const known = this.#unions.get(a, b);
    if (known !== absent) return known;
    const union = this.collection([...this.contents(a), ...this.contents(b)]);
    this.#unions.set(a, b, union);
    return union;
  }

  /** What is left when a packet has been delivered or lost. In a set it stays. */
  without(collection: number, packet: number): number {
    if (!this.isBag) return collection;
    const packets = [...this.contents(collection)];
    packets.splice(packets.indexOf(packet), 1);
    return this.collection(packets);
  }

  get bytes(): number {
    return this.#packetTexts.bytes + this.#collectionTexts.bytes + this.#unions.bytes;
  }
}
