/** What nodes know and what is on their disks, each kept once and frozen. */
import { applySaves, type Changes, copy, type Shape } from '@weekend/protocol';
import { canonical, thaw } from './canonical.ts';
import { absent, Pairs, Texts } from './tables.ts';

/** Every state of every node. One that is down has a state, too, of which there is nothing to see. */
export class Knowledge<S extends Shape> {
  readonly #texts = new Texts();
  readonly #states: (S['State'] | undefined)[] = [];
  readonly #nodes: number[] = [];

  /** `text` is the canonical text of the state. */
  number(node: number, state: S['State'], text = canonical(state, 'state')): number {
    const number = this.#texts.numberOf(`${node} ${text}`);
    if (number === this.#states.length) {
      this.#states.push(thaw(text));
      this.#nodes.push(node);
    }
    return number;
  }

  down(node: number): number {
    const number = this.#texts.numberOf(`${node} down`);
    if (number === this.#states.length) {
      this.#states.push(undefined);
      this.#nodes.push(node);
    }
    return number;
  }

  /** Nothing if the node is down. */
  at(number: number): S['State'] | undefined {
    return this.#states[number];
  }

  nodeOf(number: number): number {
    return this.#nodes[number] as number;
  }

  get size(): number {
    return this.#states.length;
  }

  get bytes(): number {
    return this.#texts.bytes;
  }
}

export class Disks<S extends Shape> {
  readonly #texts = new Texts();
  readonly #disks: Partial<S['Durable']>[] = [];
  readonly #after = new Pairs();

  number(disk: Partial<S['Durable']>): number {
    const text = canonical(disk, 'save');
    const number = this.#texts.numberOf(text);
    if (number === this.#disks.length) this.#disks.push(thaw(text));
    return number;
  }

  at(number: number): Partial<S['Durable']> {
    return this.#disks[number] as Partial<S['Durable']>;
  }

  /** After the saves of a turn, which `turn` is the number of. Throws where they can't be applied. */
  after(disk: number, turn: number, saves: readonly Changes<S['Durable']>[]): number {
    if (saves.length === 0) return disk;
    const known = this.#after.get(disk, turn);
    if (known !== absent) return known;
    const saved = copy(this.at(disk));
    applySaves<S>(saved, saves);
    const after = this.number(saved);
    this.#after.set(disk, turn, after);
    return after;
  }

  get bytes(): number {
    return this.#texts.bytes + this.#after.bytes;
  }
}
