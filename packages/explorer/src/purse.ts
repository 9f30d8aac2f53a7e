/** What a run may spend on faults and on what comes from outside, and what it has spent. */
import type { Shape } from '@weekend/protocol';
import type { Setting } from './question.ts';
import { absent, Pairs, Texts } from './tables.ts';

/** What there are budgets for. Injections follow, each one by its place. */
export const crash = 0;
export const loss = 1;
export const repetition = 2;
const injections = 3;

export const injection = (place: number): number => injections + place;

/** The price of what is free, and what a run has spent when it begins. */
export const free = 0;

export class Purse<S extends Shape> {
  readonly #limits: readonly number[];
  readonly #spentTexts = new Texts();
  readonly #spent: (readonly number[])[] = [];
  readonly #priceTexts = new Texts();
  readonly #prices: (readonly number[])[] = [];
  readonly #paid = new Pairs();

  constructor({ crashes = 0, network = 'set', injections: outside = [] }: Setting<S>) {
    const { losses = 0, duplications = 0 } = network === 'set' ? {} : network;
    this.#limits = [crashes, losses, duplications, ...outside.map(({ times = 1 }) => times)];
    this.#number(this.#limits.map(() => 0));
    this.price([]);
  }

  /** Whether there is any budget for it. */
  allows(what: number): boolean {
    return (this.#limits[what] as number) > 0;
  }

  /** The price of a step: one of each. */
  price(of: readonly number[]): number {
    const number = this.#priceTexts.numberOf(of.join());
    if (number === this.#prices.length) this.#prices.push(of);
    return number;
  }

  /** What is spent when a price is paid, too; `absent` if there is not enough left. */
  pay(spent: number, price: number): number {
    if (price === free) return spent;
    const known = this.#paid.get(spent, price);
    if (known !== absent) return known - 1;
    const after = [...(this.#spent[spent] as readonly number[])];
    for (const what of this.#prices[price] as readonly number[]) after[what] = (after[what] as number) + 1;
    const isEnough = after.every((amount, what) => amount <= (this.#limits[what] as number));
    const number = isEnough ? this.#number(after) : absent;
    this.#paid.set(spent, price, number + 1);
    return number;
  }

  #number(spent: readonly number[]): number {
    const number = this.#spentTexts.numberOf(spent.join());
    if (number === this.#spent.length) this.#spent.push(spent);
    return number;
  }
}
