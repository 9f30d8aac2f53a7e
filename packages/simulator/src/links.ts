/** Which nodes hear which: every link one way, by the nodes' places in the cluster. */
import type { Address } from '@weekend/protocol';

export class Links {
  readonly #places: ReadonlyMap<Address, number>;
  readonly #cut: Uint8Array;
  /** No link has been cut since the last `heal`: the usual case, and the quick one. */
  #whole = true;

  constructor(cluster: readonly Address[]) {
    this.#places = new Map(cluster.map((address, place) => [address, place]));
    this.#cut = new Uint8Array(cluster.length ** 2);
  }

  fork(): Links {
    const fork = new Links([...this.#places.keys()]);
    fork.#cut.set(this.#cut);
    fork.#whole = this.#whole;
    return fork;
  }

  /** A stranger's link is never cut. */
  isCut(from: Address, to: Address): boolean {
    if (this.#whole) return false;
    const place = this.#place(from, to);
    return place !== undefined && this.#cut[place] === 1;
  }

  cut(from: Address, to: Address): void {
    this.#set(from, to, 1);
  }

  join(from: Address, to: Address): void {
    this.#set(from, to, 0);
  }

  /** Cuts exactly the links between groups. Who is in none of them is in one more. Answers all groups. */
  partition(named: readonly (readonly Address[])[]): Address[][] {
    const rest = [...this.#places.keys()].filter((address) => !named.some((group) => group.includes(address)));
    const groups = [...named, rest].filter((group) => group.length > 0).map((group) => [...group]);
    const strangers = groups.flat().filter((address) => !this.#places.has(address));
    if (strangers.length > 0) throw new RangeError(`Cannot partition: ${strangers.join(', ')} is not in the cluster`);
    const groupOf = (address: Address) => groups.findIndex((group) => group.includes(address));
    for (const from of this.#places.keys())
      for (const to of this.#places.keys()) this.#set(from, to, groupOf(from) === groupOf(to) ? 0 : 1);
    return groups;
  }

  heal(): void {
    this.#cut.fill(0);
    this.#whole = true;
  }

  #place(from: Address, to: Address): number | undefined {
    const row = this.#places.get(from);
    const column = this.#places.get(to);
    return row === undefined || column === undefined ? undefined : row * this.#places.size + column;
  }

  #set(from: Address, to: Address, cut: 0 | 1): void {
    const place = this.#place(from, to);
    if (place === undefined)
      throw new RangeError(
        `Cannot cut or join ${from} -> ${to}: the cluster is ${[...this.#places.keys()].join(', ')}`,
      );
    this.#cut[place] = cut;
    this.#whole = false;
  }
}
