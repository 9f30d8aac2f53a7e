/** A future that is an object of a class, and a stage that is one as well. */
import type { Concurrency, Future } from '@weekend/concurrency';
import { concurrency as reference } from '../concurrency.ts';

export const concurrency: Concurrency = {
  ...reference,

  future: <T>(): Future<T> => new Later<T>(),
};

class Later<T> implements Future<T> {
  #state: 'pending' | 'settled' = 'pending';
  #wake: () => void = () => {};
  readonly #settled = new Promise<void>((wake) => {
    this.#wake = wake;
  });
  #get: () => T = () => {
    throw new Error('Cannot read: not settled');
  };

  resolve(value: T): boolean {
    return this.#settle(() => value);
  }

  reject(error: unknown): boolean {
    return this.#settle(() => {
      throw error;
    });
  }

  read(): Promise<T> {
    return this.#settled.then(() => this.#get());
  }

  #settle(get: () => T): boolean {
    if (this.#state === 'settled') return false;
    this.#state = 'settled';
    this.#get = get;
    this.#wake();
    return true;
  }
}
