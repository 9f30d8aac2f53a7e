/**
 * The simulator's chance: sfc32 (Chris Doty-Humphrey's Small Fast Counter), which adds, shifts and nothing else, so that
 * a seed means the same on every machine. Each stream of a seed is independent of how much was drawn from the others.
 */
export class Random {
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 1;

  /** `seed` is a whole number; a stream is any name. */
  constructor(seed: number, stream: string) {
    if (!Number.isSafeInteger(seed)) throw new RangeError(`Cannot draw by seed ${seed}: wanted a whole number`);
    this.#a = seed | 0;
    this.#b = Math.floor(seed / 2 ** 32) | 0;
    this.#c = hash(stream);
    for (let i = 0; i < 15; i++) this.#next();
  }

  /** Another one that draws from here on what this one would. */
  fork(): Random {
    const fork = new Random(0, '');
    fork.#a = this.#a;
    fork.#b = this.#b;
    fork.#c = this.#c;
    fork.#counter = this.#counter;
    return fork;
  }

  /** A whole number from 0 to n-1. */
  below(n: number): number {
    return Math.floor(((this.#next() >>> 0) / 2 ** 32) * n);
  }

  /** A whole number from min to max. */
  between(min: number, max: number): number {
    return min + this.below(max - min + 1);
  }

  /** Yes in a share `probability` of all cases. */
  happens(probability: number): boolean {
    return this.#next() >>> 0 < probability * 2 ** 32;
  }

  pick<T>(options: readonly T[]): T {
    if (options.length === 0) throw new RangeError('Cannot pick: there are no options');
    return options[this.below(options.length)] as T;
  }

  #next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    this.#c |= 0;
    return sum;
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let hashed = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hashed = Math.imul(hashed ^ text.charCodeAt(i), 0x01000193);
  return hashed | 0;
}
