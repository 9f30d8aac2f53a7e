/**
 * A turn that encodes at once what it is asked to save and send. That is the only copy made of it: a long list of
 * entries goes from the handler's hands to bytes without being cloned on the way.
 */
import { type Address, type Changes, isTail, type Millis, type Shape, Turn } from '@weekend/protocol';
import { encode } from './codec.ts';

export interface EncodedSend {
  to: Address;
  text: string;
}

export type EncodedSave =
  /** The field is now absent. */
  | { kind: 'absent'; field: string }
  | { kind: 'value'; field: string; text: string }
  /** From position `from` on, the list is now `items` and nothing more. */
  | { kind: 'tail'; field: string; from: number; items: string[] };

export class EncodingTurn<S extends Shape> extends Turn<S> {
  readonly encodedSaves: EncodedSave[] = [];
  readonly encodedSends: EncodedSend[] = [];
  readonly #cluster: readonly Address[];

  /** `cluster`: everybody to whom a message can be sent, the node itself among them. */
  constructor(now: Millis, draw: (options: number) => number, cluster: readonly Address[]) {
    super(now, draw);
    this.#cluster = cluster;
  }

  override save(changes: Changes<S['Durable']>): void {
    for (const [field, change] of Object.entries(changes)) this.encodedSaves.push(encodeChange(field, change));
  }

  override send(to: Address, message: S['Message']): void {
    if (!this.#cluster.includes(to))
      throw new RangeError(`Cannot send ${message.kind} to ${to}: the cluster is ${this.#cluster.join(', ')}`);
    this.encodedSends.push({ to, text: encode(message) });
  }
}

function encodeChange(field: string, change: unknown): EncodedSave {
  if (change === undefined) return { kind: 'absent', field };
  if (Array.isArray(change)) return { kind: 'tail', field, from: 0, items: change.map(encode) };
  if (isTail(change)) return { kind: 'tail', field, from: change.from, items: change.items.map(encode) };
  return { kind: 'value', field, text: encode(change) };
}
