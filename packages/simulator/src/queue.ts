/** What is to happen, earliest first; of two at the same time, the one that was added first. A binary heap. */
export class Queue<Item> {
  #at = new Float64Array(64);
  #order = new Float64Array(64);
  #items: Item[] = [];
  #added = 0;

  /** When the first item is due; never, if there is none. */
  get nextAt(): number {
    return this.#items.length === 0 ? Number.POSITIVE_INFINITY : (this.#at[0] as number);
  }

  get next(): Item | undefined {
    return this.#items[0];
  }

  /** In no order. */
  get items(): readonly Item[] {
    return this.#items;
  }

  /** A copy, in which `twin` of an item stands for it. */
  fork(twin: (item: Item) => Item): Queue<Item> {
    const fork = new Queue<Item>();
    fork.#at = this.#at.slice();
    fork.#order = this.#order.slice();
    fork.#items = this.#items.map(twin);
    fork.#added = this.#added;
    return fork;
  }

  add(at: number, item: Item): void {
    const order = this.#added++;
    let place = this.#items.length;
    this.#items.push(item);
    if (place === this.#at.length) this.#grow();
    while (place > 0) {
      const parent = (place - 1) >> 1;
      // A newcomer stands behind whoever is due at the same time.
      if ((this.#at[parent] as number) <= at) break;
      this.#move(parent, place);
      place = parent;
    }
    this.#put(place, at, order, item);
  }

  take(): Item | undefined {
    const first = this.#items[0];
    const last = this.#items.pop();
    if (first === undefined || last === undefined || this.#items.length === 0) return first;
    const size = this.#items.length;
    const at = this.#at[size] as number;
    const order = this.#order[size] as number;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= size) break;
      if (child + 1 < size && this.#isBefore(child + 1, this.#at[child] as number, this.#order[child] as number))
        child++;
      if (!this.#isBefore(child, at, order)) break;
      this.#move(child, place);
      place = child;
    }
    this.#put(place, at, order, last);
    return first;
  }

  #isBefore(place: number, at: number, order: number): boolean {
    const mine = this.#at[place] as number;
    return mine < at || (mine === at && (this.#order[place] as number) < order);
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#at[from] as number, this.#order[from] as number, this.#items[from] as Item);
  }

  #put(place: number, at: number, order: number, item: Item): void {
    this.#at[place] = at;
    this.#order[place] = order;
    this.#items[place] = item;
  }

  #grow(): void {
    const at = new Float64Array(this.#at.length * 2);
    const order = new Float64Array(this.#at.length * 2);
    at.set(this.#at);
    order.set(this.#order);
    this.#at = at;
    this.#order = order;
  }
}
