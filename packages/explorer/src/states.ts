/** Every state of the whole cluster that was met, and how it was met first. */
import { absent, Numbers, Rows } from './tables.ts';

/**
 * A state is a row: for each node the number of its cell, then the number of the past, then that of what was spent of
 * the budgets for faults.
 */
export class States {
  readonly #rows: Rows;
  readonly #parents = new Numbers();
  readonly #moves = new Numbers();
  readonly #depths = new Numbers();

  constructor(nodes: number) {
    this.#rows = new Rows(nodes + 2);
  }

  /** The number of a state, negative (`~number`) if it is new. */
  add(row: Int32Array, parent: number, move: number): number {
    const number = this.#rows.add(row);
    if (number >= 0) return number;
    this.#parents.push(parent);
    this.#moves.push(move);
    this.#depths.push(parent === absent ? 0 : this.#depths.at(parent) + 1);
    return number;
  }

  read(state: number, into: Int32Array): void {
    this.#rows.read(state, into);
  }

  /** By which move it was met first. */
  moveTo(state: number): number {
    return this.#moves.at(state);
  }

  parent(state: number): number {
    return this.#parents.at(state);
  }

  depth(state: number): number {
    return this.#depths.at(state);
  }

  get size(): number {
    return this.#rows.size;
  }

  get bytes(): number {
    return this.#rows.bytes + this.#parents.bytes + this.#moves.bytes + this.#depths.bytes;
  }
}
