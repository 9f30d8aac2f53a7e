/** Each message as an arrow: from the step in which it was sent to the one in which it arrived or was lost. */
import type { Address, Carried, Shape, Trace } from '@weekend/protocol';
import type { Artist } from './artist.ts';
import type { Arrow, Point } from './diagram.ts';
import type { Places } from './places.ts';
import { type Steady, steady } from './steady.ts';

/** How far a message comes that does not arrive. */
const farLost = 0.55;
const farOpen = 0.3;

export function arrowsOf<S extends Shape>(trace: Trace<S>, artist: Artist<S>, places: Places): Arrow[] {
  return new Draughtsman(artist, places).draw(trace);
}

class Draughtsman<S extends Shape> {
  readonly #artist: Steady<S>;
  readonly #places: Places;
  readonly #rows: ReadonlyMap<number, number>;
  /** The messages that are on their way, by their ids: where they began. */
  readonly #sent = new Map<number, { at: Point; row: number; carried: Carried<S> }>();
  readonly #copies = new Set<number>();
  readonly #arrows: Arrow[] = [];
  /** The row of the last step, in which whatever is sent is sent. */
  #row = -1;

  constructor(artist: Artist<S>, places: Places) {
    this.#artist = steady(artist);
    this.#places = places;
    this.#rows = new Map(places.rows.map(({ event, step }) => [event, step]));
  }

  draw(trace: Trace<S>): Arrow[] {
    for (const [i, event] of trace.entries()) {
      if (event.kind === 'send' || event.kind === 'inject') this.#send(event, this.#row);
      if (event.kind === 'duplicate') this.#copy(event, event.copyOf);
      this.#row = this.#rows.get(i) ?? this.#row;
      if (event.kind === 'deliver') this.#end(event, 'arrives');
      if (event.kind === 'drop') this.#end(event, event.why);
    }
    for (const { at, row, carried } of this.#sent.values()) this.#leaveOpen(at, row, carried);
    return this.#arrows;
  }

  #send(carried: Carried<S>, row: number): void {
    this.#sent.set(carried.id, { at: { x: this.#x(carried.from), y: this.#y(row) }, row, carried });
  }

  #copy(carried: Carried<S>, copyOf: number): void {
    this.#copies.add(carried.id);
    const original = this.#sent.get(copyOf);
    this.#sent.set(carried.id, original ?? { at: this.#justBefore(carried), row: this.#row, carried });
  }

  #end(carried: Carried<S>, fate: 'arrives' | 'lost' | 'cut' | 'down'): void {
    const start = this.#sent.get(carried.id)?.at ?? this.#justBefore(carried);
    this.#sent.delete(carried.id);
    const goal = { x: this.#x(carried.to), y: this.#y(this.#row) };
    const end = fate === 'arrives' ? goal : partOfTheWay(start, goal, fate === 'lost' ? farLost : 0.8);
    this.#add(carried, start, end, fate, this.#row);
  }

  #leaveOpen(start: Point, row: number, carried: Carried<S>): void {
    const goal = { x: this.#x(carried.to), y: start.y + this.#places.height };
    const isGuest = this.#places.lanes.find(({ node }) => node === carried.to)?.guest === true;
    const end = isGuest ? goal : partOfTheWay(start, goal, farOpen);
    this.#add(carried, start, end, 'open', row);
  }

  #add(carried: Carried<S>, start: Point, end: Point, fate: Arrow['fate'], row: number): void {
    // It was over before the part that is drawn began.
    if (row < 0) return;
    const { id, from, to, message } = carried;
    const epoch = this.#artist.epochOfMessage(message);
    this.#arrows.push({
      row,
      from,
      to,
      start,
      end,
      fate,
      again: this.#copies.has(id),
      label: this.#artist.brief(message),
      ...(epoch !== undefined && { epoch }),
    });
  }

  /** A message that a script put there. */
  #justBefore({ from }: Carried<S>): Point {
    return { x: this.#x(from), y: this.#y(this.#row) - 0.8 * this.#places.height };
  }

  #x(node: Address): number {
    return this.#places.lanes.find((lane) => lane.node === node)?.x ?? 0;
  }

  #y(row: number): number {
    return this.#places.rows[row]?.y ?? this.#places.top;
  }
}

const partOfTheWay = (start: Point, goal: Point, share: number): Point => ({
  x: start.x + (goal.x - start.x) * share,
  y: start.y + Math.max(goal.y - start.y, 8) * share,
});
