/** A message on its way. */
import type { Address, Millis, Shape } from '@weekend/protocol';

export class Packet<S extends Shape> {
  /** Unique in a run; a duplicate has its own. */
  readonly id: number;
  readonly from: Address;
  readonly to: Address;
  readonly message: S['Message'];
  readonly sentAt: Millis;
  /** Delivered or dropped. */
  done = false;

  constructor(id: number, from: Address, to: Address, message: S['Message'], sentAt: Millis) {
    this.id = id;
    this.from = from;
    this.to = to;
    this.message = message;
    this.sentAt = sentAt;
  }
}
