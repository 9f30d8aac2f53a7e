/** Chance for the dives: xorshift32 (Marsaglia 2003), which shifts and nothing else, so a seed means the same everywhere. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    if (!Number.isSafeInteger(seed)) throw new RangeError(`Cannot dive by seed ${seed}: wanted a whole number`);
    // It must not be 0, where xorshift stays for ever.
    this.#state = Math.imul((seed | 0) ^ 0x9e3779b9, 0x85ebca6b) | 1;
  }

  /** A whole number from 0 to n-1. */
  below(n: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % n;
  }
}
