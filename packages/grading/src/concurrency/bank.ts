/** A bank whose accounts take a while to read and to write, and which sees who goes about it without a lock. */
import type { Account } from '@weekend/concurrency';
import { FairLock } from './fair-lock.ts';
import type { Crossroads } from './interleavings.ts';

/** What every account begins with. */
export const balance = 100;

/** What goes wrong with one of the accounts. */
export interface Failing {
  id: number;
  what: 'read' | 'written';
  error: Error;
}

export class Bank {
  readonly #crossroads: Crossroads;
  readonly #failing: Failing | undefined;
  readonly #balances = new Map<number, number>();
  readonly #locks = new Map<number, FairLock>();
  readonly #accounts = new Map<number, Account>();

  constructor(crossroads: Crossroads, failing?: Failing) {
    this.#crossroads = crossroads;
    this.#failing = failing;
  }

  /** The same object each time: who likes may tell accounts apart by that. */
  account(id: number): Account {
    const account = this.#accounts.get(id) ?? this.#opened(id);
    this.#accounts.set(id, account);
    return account;
  }

  balance(id: number): number {
    return this.#balances.get(id) ?? balance;
  }

  get held(): number[] {
    return [...this.#locks].flatMap(([id, { held }]) => (held ? [id] : []));
  }

  #opened(id: number): Account {
    const { lab, pass } = this.#crossroads;
    const lock = new FairLock({
      asked: () => lab.tell(`somebody asks for the lock of account ${id}`),
      taken: () => this.#taken(id),
      givenBack: () => lab.tell(`the lock of account ${id} is given back`),
    });
    this.#locks.set(id, lock);
    const underLock = (what: Failing['what']) =>
      lab.expect(
        lock.held,
        `account ${id} was ${what} while nobody held its lock; wanted the lock held until all is done`,
      );
    const mayFail = (what: Failing['what']) => {
      if (this.#failing?.id !== id || this.#failing.what !== what) return;
      lab.tell(`account ${id} can not be ${what}`);
      throw this.#failing.error;
    };
    return {
      id,
      lock,
      read: async () => {
        await pass();
        underLock('read');
        mayFail('read');
        lab.tell(`account ${id} has ${this.balance(id)}`);
        return this.balance(id);
      },
      write: async (written) => {
        await pass();
        underLock('written');
        mayFail('written');
        lab.tell(`account ${id} has ${written} from now on`);
        this.#balances.set(id, written);
      },
    };
  }

  /** Where nobody holds a lock, no money is on its way. */
  #taken(id: number): void {
    const { lab } = this.#crossroads;
    lab.tell(`the lock of account ${id} is taken`);
    if (this.held.some((other) => other !== id)) return;
    const total = [...this.#accounts.keys()].reduce((sum, each) => sum + this.balance(each), 0);
    const wanted = balance * this.#accounts.size;
    lab.expect(
      total === wanted,
      `the accounts have ${total} together although nobody holds a lock; wanted ${wanted}: who moves money holds both locks until it has arrived`,
    );
  }
}
