/** A world in the sandbox: takes notes like any other, and has the judge throw the dice. */
import { type Address, BrokenContract, type Changes, notPlain, type Shape, Turn } from '@weekend/protocol';
import { mostWishes, type Wishes } from '../wire/words.ts';

export class SandboxWorld<S extends Shape> extends Turn<S> {
  #wishes = 0;

  override save(changes: Changes<S['Durable']>): void {
    this.#count();
    refuse(notPlain(changes, 'save'));
    super.save(changes);
  }

  override send(to: Address, message: S['Message']): void {
    this.#count();
    refuse(notPlain(message, 'message'));
    super.send(to, message);
  }

  override setTimer(timer: S['Timer'], min: number, max?: number): void {
    this.#count();
    super.setTimer(timer, min, max);
  }

  override clearTimer(timer: S['Timer']): void {
    this.#count();
    super.clearTimer(timer);
  }

  /** What was asked for since this was last called. */
  taken(): Wishes {
    return {
      saves: this.saves
        .splice(0)
        .map((changes) =>
          Object.entries(changes).map(([field, value]) =>
            value === undefined ? ([field] as const) : ([field, value] as const),
          ),
        ),
      sends: this.sends.splice(0).map(({ to, message }) => [to, message]),
      timers: this.timers
        .splice(0)
        .map(({ timer, range }) => (range ? ([timer, range.min, range.max] as const) : ([timer] as const))),
    };
  }

  #count(): void {
    this.#wishes += 1;
    if (this.#wishes > mostWishes)
      throw new BrokenContract(`your handler has asked its world for more than ${mostWishes} things in one turn`);
  }
}

function refuse(offender: string | undefined): void {
  if (offender) throw new BrokenContract(`your state and messages must be plain data: ${offender}`);
}
