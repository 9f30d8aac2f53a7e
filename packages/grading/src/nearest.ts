/** How near a run came to what it was to come to: the first moment at which most nodes agreed. */
import type { Millis } from '@weekend/protocol';

export class Nearest {
  #count = 0;
  #told: string;

  /** `never`: what is to be said if nobody ever agreed. */
  constructor(never = '') {
    this.#told = never;
  }

  /** Looks at a moment at which so many nodes agree; `told` says which. */
  see(count: number, at: Millis, told: () => string): void {
    if (count <= this.#count) return;
    this.#count = count;
    this.#told = `; nearest it came after ${Math.round(at)} ms, when ${told()}`;
  }

  toString(): string {
    return this.#told;
  }
}
