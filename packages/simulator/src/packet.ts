/** A message on its way. */
import { type Address, copy, type Millis, type Shape } from '@weekend/protocol';

export class Packet<S extends Shape> {
  /** Unique in a run; a duplicate has its own. */
  readonly id: number;
  readonly from: Address;
  readonly to: Address;
  readonly message: S['Message'];
  readonly sentAt: Millis;
  /** When it arrives; nothing if a script is to deliver it. */
  due: Millis | undefined = undefined;
  /** Delivered or dropped. */
  done = false;

  constructor(id: number, from: Address, to: Address, message: S['Message'], sentAt: Millis) {
    this.id = id;
    this.from = from;
    this.to = to;
    this.message = message;
    this.sentAt = sentAt;
  }

  fork(): Packet<S> {
    const fork = new Packet<S>(this.id, this.from, this.to, copy(this.message), this.sentAt);
    fork.due = this.due;
    fork.done = this.done;
    return fork;
  }
}
