/** A channel as a monitor (A13): who wakes up looks again, for somebody who came at that moment may have been faster. */
import type { Channel, Received } from '@weekend/concurrency';
import { bell } from './parts.ts';

export class MonitorChannel<T> implements Channel<T> {
  protected readonly values: T[] = [];
  protected readonly filled = bell();
  protected readonly emptied = bell();
  protected closed = false;
  /** So many have a value to send, and may have to wait for room. */
  protected sending = 0;
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  async send(value: T): Promise<void> {
    this.refuseIfClosed();
    this.sending += 1;
    while (this.isFull) await this.emptied.wait();
    this.sending -= 1;
    this.put(value);
  }

  async receive(): Promise<Received<T>> {
    while (this.isEmpty && !this.isAtEnd) await this.filled.wait();
    return this.isEmpty ? { kind: 'closed' } : { kind: 'value', value: this.take() };
  }

  close(): void {
    this.closed = true;
    this.filled.ringAll();
  }

  protected put(value: T): void {
    this.values.push(value);
    // This may have been the last one, and then nobody else comes who could wake those who wait.
    if (this.closed) this.filled.ringAll();
    else this.filled.ringOne();
  }

  protected take(): T {
    const value = this.values.shift() as T;
    this.emptied.ringOne();
    return value;
  }

  protected refuseIfClosed(): void {
    if (this.closed) throw new Error('Cannot send: the channel is closed');
  }

  protected get isFull(): boolean {
    return this.values.length >= this.#capacity;
  }

  protected get isEmpty(): boolean {
    return this.values.length === 0;
  }

  /** Whether no further value comes. */
  protected get isAtEnd(): boolean {
    return this.closed && this.sending === 0;
  }
}
