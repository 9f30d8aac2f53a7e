/** States that differ in the names of the nodes alone are one: the first of them in order of their rows. */
import type { Address, Shape } from '@weekend/protocol';
import type { Model } from './model.ts';
import { absent, Pairs } from './tables.ts';

type Fields = Record<string, unknown>;

export class Symmetry<S extends Shape, Past extends object> {
  readonly #model: Model<S, Past>;
  /** Each way to give the nodes each other's names: for each place, its new one. The first changes nothing but the order in lists. */
  readonly #renamings: readonly (readonly number[])[];
  readonly #cells = new Pairs();
  readonly #pasts = new Pairs();
  readonly #row: Int32Array;
  readonly #best: Int32Array;

  constructor(model: Model<S, Past>) {
    checkAlike(model);
    this.#model = model;
    this.#renamings = permutations(model.cluster.map((_, place) => place));
    this.#row = new Int32Array(model.cluster.length + 2);
    this.#best = new Int32Array(model.cluster.length + 2);
  }

  /** Changes the row into the first of all that are equal to it. */
  settle(state: Int32Array): void {
    const { length } = this.#model.cluster;
    for (let i = 0; i < this.#renamings.length; i++) {
      const renaming = this.#renamings[i] as readonly number[];
      for (let place = 0; place < length; place++)
        this.#row[renaming[place] as number] = this.#cell(state[place] as number, i);
      this.#row[length] = this.#past(state[length] as number, i);
      this.#row[length + 1] = state[length + 1] as number;
      if (i === 0 || isBefore(this.#row, this.#best)) this.#best.set(this.#row);
    }
    state.set(this.#best);
  }

  #cell(cell: number, renaming: number): number {
    const known = this.#cells.get(cell, renaming);
    if (known !== absent) return known;
    const renamed = this.#renameCell(cell, this.#renamings[renaming] as readonly number[]);
    this.#cells.set(cell, renaming, renamed);
    return renamed;
  }

  #past(past: number, renaming: number): number {
    const known = this.#pasts.get(past, renaming);
    if (known !== absent) return known;
    const { watch } = this.#model;
    const renamed = watch.pastOf(this.#rename(watch.past(past), this.#renamings[renaming] as readonly number[]));
    this.#pasts.set(past, renaming, renamed);
    return renamed;
  }

  #renameCell(cell: number, renaming: readonly number[]): number {
    const { cells, locals, knowledge, disks, mail } = this.#model;
    const local = cells.local(cell);
    const state = knowledge.at(locals.state(local));
    const place = renaming[locals.node(local)] as number;
    const packets = mail.contents(cells.inbox(cell)).map((packet) => {
      const { from, to, message } = mail.at(packet);
      return mail.packet(this.#rename(from, renaming), this.#rename(to, renaming), this.#rename(message, renaming));
    });
    const renamed = locals.number(
      state === undefined ? knowledge.down(place) : knowledge.number(place, this.#rename(state, renaming)),
      disks.number(this.#rename(disks.at(locals.disk(local)), renaming)),
      locals.timers(local),
    );
    return cells.number(renamed, mail.collection(packets));
  }

  #rename<T>(value: T, renaming: readonly number[]): T {
    const { cluster } = this.#model;
    const names = new Map(cluster.map((address, place) => [address, cluster[renaming[place] as number] as Address]));
    return renamed(value, names) as T;
  }
}

/** A list of nothing but names is a set: its order says nothing. */
function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list = value.map((item) => renamed(item, names));
    return value.every((item) => names.has(item)) ? list.sort() : list;
  }
  const fields: Fields = {};
  for (const [key, field] of Object.entries(value)) fields[names.get(key) ?? key] = renamed(field, names);
  return fields;
}

function permutations(places: readonly number[]): number[][] {
  if (places.length === 0) return [[]];
  return places.flatMap((first) =>
    permutations(places.filter((place) => place !== first)).map((rest) => [first, ...rest]),
  );
}

function isBefore(a: Int32Array, b: Int32Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return (a[i] as number) < (b[i] as number);
  return false;
}

function checkAlike<S extends Shape, Past extends object>({ setting, cluster }: Model<S, Past>): void {
  const protocols = new Set(Object.values(setting.nodes));
  if (protocols.size > 1)
    throw new RangeError(
      `Cannot take the nodes ${cluster.join(', ')} for alike: they run ${protocols.size} protocols; wanted one for all`,
    );
  const addressed = setting.injections?.find(({ from, to }) => to !== undefined || cluster.includes(from));
  if (addressed)
    throw new RangeError(
      `Cannot take the nodes for alike: ${addressed.message.kind} is injected from ${addressed.from} to ${addressed.to ?? 'any node'}; wanted it from outside and to any node`,
    );
}
