/** A student's channel, and what has to be true of it whenever everybody waits. */
import { type Channel, type Concurrency, everybodyWaits, type Received } from '@weekend/concurrency';
import { insist } from '../refuted.ts';
import { isNotWritten } from '../thrown.ts';
import type { Coroutine, Lab } from './lab.ts';
import { shown } from './lists.ts';

interface Send {
  value: unknown;
  coroutine: Coroutine<void>;
}

export class Pipe {
  readonly #lab: Lab;
  readonly #capacity: number;
  readonly #channel: Channel<unknown>;
  readonly #sends: Send[] = [];
  readonly #tooLate: Send[] = [];
  readonly #receives: Coroutine<Received<unknown>>[] = [];
  #closed = false;

  constructor(lab: Lab, stage: Concurrency, capacity: number) {
    this.#lab = lab;
    this.#capacity = capacity;
    lab.tell(`a channel of capacity ${capacity}`);
    this.#channel = newChannel(lab, stage, capacity);
  }

  send(value: unknown): void {
    const name = `send(${shown(value)})`;
    this.#lab.tell(name);
    const coroutine = this.#lab.start(name, () => this.#channel.send(value));
    (this.#closed ? this.#tooLate : this.#sends).push({ value, coroutine });
  }

  sendNext(): void {
    this.send(`value ${this.#sends.length + this.#tooLate.length + 1}`);
  }

  receive(): void {
    const name = `receive(), number ${this.#receives.length + 1}`;
    this.#lab.tell(name);
    this.#receives.push(this.#lab.start(name, async () => isReceived(await this.#channel.receive())));
  }

  close(): void {
    this.#lab.tell('close()');
    this.#lab.call(() => this.#channel.close());
    this.#closed = true;
  }

  /** Everything that is certain if each call came when everybody waited: who gets which value, and who waits. */
  async checkInOrder(): Promise<void> {
    await this.checkWhole();
    for (const [index, { ending }] of this.#receives.entries()) {
      if (ending.kind !== 'done' || ending.value.kind !== 'value') continue;
      const { value } = ending.value;
      const due = this.#sends.findIndex((send) => send.value === value) + 1;
      insist(
        value === this.#sends[index]?.value,
        `receive(), number ${index + 1}, got ${shown(value)}; wanted receive(), number ${due}, to get it: values come out in the order in which they were sent, to whoever has waited longest`,
      );
    }
    const ends = this.#sends.map(({ coroutine }) => coroutine.running);
    const overtaken = ends.findIndex((running, index) => running && ends[index + 1] === false);
    insist(
      overtaken < 0,
      `a later send found room before ${this.#sends[overtaken]?.coroutine.name}; wanted them served in their order`,
    );
  }

  /** What is certain even if several calls came at once: how many wait, and that no value is lost, invented or given twice. */
  async checkWhole(): Promise<void> {
    await everybodyWaits();
    const [sends, receives] = [this.#sends.length, this.#receives.length];
    for (const { coroutine } of this.#tooLate)
      insist(
        coroutine.ending.kind === 'failed',
        `${coroutine.name} ${coroutine.running ? 'waits' : 'went well'} although the channel was closed before; wanted it to fail`,
      );

    const ended = this.#sends.filter(({ coroutine }) => !coroutine.running);
    for (const { coroutine } of ended) this.#sentBeforeTheClose(coroutine);
    const room = Math.min(sends, this.#capacity + receives);
    const situation = `in a channel of capacity ${this.#capacity}, after ${times(sends, 'send')} and ${times(receives, 'receive')}`;
    insist(
      ended.length === room,
      `${situation}, ${times(sends - ended.length, 'send')} ${sends - ended.length === 1 ? 'waits' : 'wait'} for room; wanted ${sends - room} to wait`,
    );

    const endings = this.#receives.map((each) => (each.running ? 'waits' : each.value()));
    const values = endings.flatMap((each) => (each !== 'waits' && each.kind === 'value' ? [each.value] : []));
    this.#eachSentOnce(values);
    const wanted = Math.min(sends, receives);
    insist(values.length === wanted, `${situation}, ${times(values.length, 'value')} came out; wanted ${wanted}`);
    const closed = endings.filter((each) => each !== 'waits' && each.kind === 'closed').length;
    const rest = this.#closed ? receives - wanted : 0;
    const why = this.#closed ? 'it is closed, and nothing is left in it' : 'it is not closed';
    insist(
      closed === rest,
      `${situation}, ${times(closed, 'receive')} ${closed === 1 ? 'was' : 'were'} told that it is closed; wanted ${rest}, for ${why}`,
    );
  }

  #sentBeforeTheClose(send: Coroutine<void>): void {
    const { ending } = send;
    const refused =
      this.#closed && ending.kind === 'failed' && ending.error instanceof Error ? ending.error : undefined;
    insist(
      !refused || isNotWritten(refused),
      `${send.name} came before the channel was closed, and failed ("${refused?.message}"); wanted its value to be received`,
    );
    send.value();
  }

  #eachSentOnce(values: readonly unknown[]): void {
    const pool = this.#sends.map(({ value }) => value);
    for (const value of values) {
      const place = pool.indexOf(value);
      const what = this.#sends.some((each) => each.value === value) ? 'received twice' : 'received and never sent';
      insist(place >= 0, `${shown(value)} was ${what}; wanted each value that was sent, once`);
      pool.splice(place, 1);
    }
  }
}

const times = (count: number, what: string): string => `${count} ${count === 1 ? what : `${what}s`}`;

export const newChannel = (lab: Lab, stage: Concurrency, capacity: number): Channel<unknown> =>
  lab.make(`channel(${capacity})`, ['send', 'receive', 'close'], () => stage.channel<unknown>(capacity));

/** Who writes without types may give anything. */
export function isReceived<T>(received: Received<T>): Received<T> {
  const kind = (received as Received<T> | undefined)?.kind;
  insist(
    kind === 'value' || kind === 'closed',
    `receive() gave ${shown(received)}; wanted { kind: 'value', value } or { kind: 'closed' }`,
  );
  return received;
}
