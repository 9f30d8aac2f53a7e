/**
 * A cell is one node with all that concerns it: its local, and what is on its way to it. Most states of a cluster are made
 * of few cells, so what can happen to a cell is worked out once.
 */
import type { Shape } from '@weekend/protocol';
import { type Happening, type Happenings, outside, wrong } from './happenings.ts';
import type { Locals } from './locals.ts';
import { type Mail, nothing } from './mail.ts';
import type { Moot } from './moot.ts';
import { absent, Numbers, Pairs } from './tables.ts';

/** What a move begins with; then come, for each node, the packets that it adds to what is on its way there. */
export const moveCell = 0;
export const moveStep = 1;
export const movePrice = 2;
export const moveSends = 3;

export class Cells<S extends Shape> {
  /** All moves of all cells, one after another. `moveCell` may also be `wrong` or `outside`. */
  readonly moves = new Numbers();
  readonly moveWidth: number;
  readonly #parts: Parts<S>;
  readonly #nodes: number;
  readonly #numbers = new Pairs();
  readonly #received = new Pairs();
  readonly #locals = new Numbers();
  readonly #inboxes = new Numbers();
  /** For each cell, where its moves begin and how many there are; `absent` if it was not asked yet. */
  readonly #firstMoves = new Numbers();
  readonly #moveCounts = new Numbers();

  constructor(parts: Parts<S>, nodes: number) {
    this.#parts = parts;
    this.#nodes = nodes;
    this.moveWidth = moveSends + nodes;
  }

  /** What is on its way there and can do nothing any more is left out. */
  number(local: number, packets: number): number {
    const number = this.#numbers.numberOf(local, this.#parts.moot.without(local, packets));
    if (number === this.#locals.length) {
      this.#locals.push(local);
      this.#inboxes.push(this.#parts.moot.without(local, packets));
      this.#firstMoves.push(absent);
      this.#moveCounts.push(0);
    }
    return number;
  }

  local(cell: number): number {
    return this.#locals.at(cell);
  }

  /** The number of what the node knows. */
  state(cell: number): number {
    return this.#parts.locals.state(this.local(cell));
  }

  inbox(cell: number): number {
    return this.#inboxes.at(cell);
  }

  /** The cell with more on its way to it. */
  receive(cell: number, packets: number): number {
    if (packets === nothing) return cell;
    const known = this.#received.get(cell, packets);
    if (known !== absent) return known;
    const after = this.number(this.local(cell), this.#parts.mail.union(this.inbox(cell), packets));
    this.#received.set(cell, packets, after);
    return after;
  }

  /** Where the moves of a cell begin in `moves`. */
  firstMove(cell: number): number {
    const known = this.#firstMoves.at(cell);
    return known === absent ? this.#workOut(cell) : known;
  }

  moveCount(cell: number): number {
    return this.#moveCounts.at(cell);
  }

  get bytes(): number {
    return this.#locals.length * (4 * 4 + 24) + this.#received.bytes + this.moves.bytes;
  }

  #workOut(cell: number): number {
    const { happenings, mail } = this.#parts;
    const begin = this.moves.length;
    const local = this.local(cell);
    for (const happening of happenings.byItself(local)) this.#add(cell, happening);
    for (const packet of new Set(mail.contents(this.inbox(cell))))
      for (const happening of happenings.by(local, packet)) this.#add(cell, happening);
    this.#firstMoves.items[cell] = begin;
    this.#moveCounts.items[cell] = (this.moves.length - begin) / this.moveWidth;
    return begin;
  }

  #add(cell: number, { local, taken, added, step, price, sends }: Happening): void {
    const { mail, locals } = this.#parts;
    const sent = Array.from({ length: this.#nodes }, (_, node) =>
      sends.length === 0 ? nothing : mail.collection(sends.filter((packet) => mail.at(packet).place === node)),
    );
    let after = local;
    if (local !== wrong && local !== outside) {
      let inbox = this.inbox(cell);
      if (taken !== undefined) inbox = mail.without(inbox, taken);
      if (added !== undefined) inbox = mail.union(inbox, mail.collection([added]));
      // What a node sends to itself is on its way to the cell that the move leads to.
      const self = locals.node(local);
      after = this.receive(this.number(local, inbox), sent[self] as number);
      sent[self] = nothing;
    }
    for (const part of [after, step, price, ...sent]) this.moves.push(part);
  }
}

interface Parts<S extends Shape> {
  happenings: Happenings<S>;
  locals: Locals<S>;
  mail: Mail<S>;
  moot: Moot<S>;
}
