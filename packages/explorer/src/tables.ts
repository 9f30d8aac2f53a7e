/** Hash tables over whole numbers, in typed arrays: what would be objects by the million otherwise. */

/** A list of numbers that grows. */
export class Numbers {
  items = new Int32Array(1024);
  length = 0;

  push(item: number): number {
    if (this.length === this.items.length) this.items = grown(this.items);
    this.items[this.length] = item;
    return this.length++;
  }

  at(index: number): number {
    return this.items[index] as number;
  }

  get bytes(): number {
    return this.length * 4;
  }
}

export const absent = -1;

/** From two numbers, neither of them negative, to one. */
export class Pairs {
  #mask = 1023;
  /** Three numbers a slot: both keys, of which the first is one too high so that 0 is an empty slot, and the value. */
  #slots = new Int32Array(3 * 1024);
  size = 0;

  /** `absent` if nothing was set. */
  get(a: number, b: number): number {
    const slot = this.#find(a, b);
    return this.#slots[slot] === 0 ? absent : (this.#slots[slot + 2] as number);
  }

  set(a: number, b: number, value: number): void {
    if (this.size * 2 > this.#mask) this.#grow();
    this.#put(a, b, value);
  }

  /** The number of a pair: a new one, one higher than the last, if it has none. */
  numberOf(a: number, b: number): number {
    const known = this.get(a, b);
    if (known !== absent) return known;
    this.set(a, b, this.size);
    return this.size - 1;
  }

  get bytes(): number {
    return this.size * 24;
  }

  #put(a: number, b: number, value: number): void {
    const slot = this.#find(a, b);
    if (this.#slots[slot] === 0) this.size++;
    this.#slots[slot] = a + 1;
    this.#slots[slot + 1] = b;
    this.#slots[slot + 2] = value;
  }

  #find(a: number, b: number): number {
    const slots = this.#slots;
    let place = mix(Math.imul(a, 0x9e3779b1) ^ b) & this.#mask;
    while (true) {
      const slot = place * 3;
      if (slots[slot] === 0 || (slots[slot] === a + 1 && slots[slot + 1] === b)) return slot;
      place = (place + 1) & this.#mask;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Int32Array(3 * (this.#mask + 1));
    this.size = 0;
    for (let slot = 0; slot < old.length; slot += 3)
      if (old[slot] !== 0) this.#put((old[slot] as number) - 1, old[slot + 1] as number, old[slot + 2] as number);
  }
}

/** Rows of equally many numbers, each kept once. They are compared, not only their hashes: no two are taken for one. */
export class Rows {
  readonly width: number;
  size = 0;
  #rows: Int32Array<ArrayBuffer>;
  #mask = 1023;
  /** For each place the number of the row that is there, one too high. */
  #places = new Int32Array(1024);

  constructor(width: number) {
    this.width = width;
    this.#rows = new Int32Array(1024 * width);
  }

  /** The number of a row, negative (`~number`) if it was not known. */
  add(row: Int32Array): number {
    const { width } = this;
    let hash = 0x811c9dc5;
    for (let i = 0; i < width; i++) hash = mix(hash ^ (row[i] as number));
    let place = hash & this.#mask;
    while (true) {
      const known = (this.#places[place] as number) - 1;
      if (known < 0) break;
      if (this.#isEqual(known * width, row)) return known;
      place = (place + 1) & this.#mask;
    }
    const number = this.size++;
    if (this.#rows.length < this.size * width) this.#rows = grown(this.#rows);
    this.#rows.set(row, number * width);
    this.#places[place] = number + 1;
    if (this.size * 2 > this.#mask) this.#grow();
    return ~number;
  }

  read(number: number, into: Int32Array): void {
    const start = number * this.width;
    for (let i = 0; i < this.width; i++) into[i] = this.#rows[start + i] as number;
  }

  get bytes(): number {
    return this.size * (this.width * 4 + 8);
  }

  #isEqual(start: number, row: Int32Array): boolean {
    for (let i = 0; i < this.width; i++) if (this.#rows[start + i] !== row[i]) return false;
    return true;
  }

  #grow(): void {
    this.#mask = this.#mask * 2 + 1;
    this.#places = new Int32Array(this.#mask + 1);
    for (let number = 0; number < this.size; number++) {
      let hash = 0x811c9dc5;
      for (let i = 0; i < this.width; i++) hash = mix(hash ^ (this.#rows[number * this.width + i] as number));
      let place = hash & this.#mask;
      while (this.#places[place] !== 0) place = (place + 1) & this.#mask;
      this.#places[place] = number + 1;
    }
  }
}

/** Numbers for texts, counted from 0, and what each was made of. */
export class Texts {
  readonly #numbers = new Map<string, number>();
  readonly list: string[] = [];
  #letters = 0;

  /** One higher than the last, if the text is new. */
  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.list.length);
    this.#letters += text.length;
    return this.list.push(text) - 1;
  }

  get size(): number {
    return this.list.length;
  }

  /** A text, an entry in the map, and about thrice the text for what is made of it. */
  get bytes(): number {
    return this.#letters * 4 + this.list.length * 64;
  }
}

/** The end of MurmurHash3: every bit of a number changes half of the bits of its hash. */
function mix(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function grown(items: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(items.length * 2);
  more.set(items);
  return more;
}
