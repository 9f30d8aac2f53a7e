/** A turn that encodes at once what it is asked to send. That is the only copy made of it. */
import { type Address, type Millis, type Shape, Turn } from '@weekend/protocol';
import { nodeOfClient, routedText } from './client-address.ts';
import { encode } from './codec.ts';

export interface EncodedSend {
  to: Address;
  text: string;
}

export class EncodingTurn<S extends Shape> extends Turn<S> {
  readonly encodedSends: EncodedSend[] = [];
  readonly #cluster: readonly Address[];

  /** `cluster`: this node, then all others. To them and to their clients a message can be sent. */
  constructor(now: Millis, draw: (options: number) => number, cluster: readonly Address[]) {
    super(now, draw);
    this.#cluster = cluster;
  }

  override send(to: Address, message: S['Message']): void {
    const node = nodeOfClient(to) ?? to;
    if (!this.#cluster.includes(node))
      throw new RangeError(`Cannot send ${message.kind} to ${to}: the cluster is ${this.#cluster.join(', ')}`);
    const text = encode(message);
    const isAway = node !== to && node !== this.#cluster[0];
    this.encodedSends.push(isAway ? { to: node, text: routedText(to, text) } : { to, text });
  }
}
