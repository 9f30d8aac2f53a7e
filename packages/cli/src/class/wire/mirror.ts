/**
 * What judge and sandbox both know: pieces of plain data that are the same on both sides, object by object. Only what has
 * changed since goes over the line; and an object stays one and the same, also where two states share it, so that sharing
 * is seen as it is in one process.
 */

/** A value on its way: a leaf as it is, `[]` for undefined, `[id]` for an object. */
export type Told = string | number | boolean | null | readonly [] | readonly [id: number];

/** What is new or has changed, children before those that hold them. Objects as keys and values in turn. */
export type Write =
  | readonly [id: number, kind: 'list', items: readonly Told[]]
  | readonly [id: number, kind: 'object', fields: readonly Told[]]
  /** The list is what it was up to `from`, and then these. */
  | readonly [id: number, kind: 'tail', from: number, items: readonly Told[]]
  | readonly [id: number, kind: 'fields', fields: readonly Told[], gone: readonly string[]];

/** Thrown where something is not plain data, or goes in a circle. What it is, `notPlain` of the contract can say. */
export class NotPlain extends Error {
  override name = 'NotPlain';
}

/** Thrown where the other side has told what it may not. */
export class Illegal extends Error {
  override name = 'Illegal';
}

interface Known {
  readonly id: number;
  readonly object: object;
  /** What the other side knows of it: a list's items, or keys and values in turn. */
  was: unknown[];
  /** The walk that came here last. */
  walk: number;
  open: boolean;
  /** The taking in which it came from the other side. */
  born: number;
}

type Fields = Record<string, unknown>;

/** Deeper than any protocol's data. */
const deepest = 100;

/** Not `for … in`: over objects of many shapes, V8 compiles that again and again. */
const { keys } = Object;

/** So few can't hang together too deep. */
const fewWrites = 64;

export class Mirror {
  readonly #known = new Map<object, Known>();
  readonly #byId = new Map<number, Known>();
  readonly #most: number;
  #next: number;
  #walk = 0;
  #taking = 0;
  /** Whether what is being taken might close a circle: it ties what is new to what was there. */
  #suspicious = false;

  /** `first`: 0 for the one side and 1 for the other, so that no two give the same number. `most` objects in one telling. */
  constructor(first: 0 | 1, most: number) {
    this.#next = first;
    this.#most = most;
  }

  get size(): number {
    return this.#byId.size;
  }

  /** Both sides forget everything, at the same moment. */
  clear(): void {
    this.#known.clear();
    this.#byId.clear();
  }

  /** A moment; what is walked from now on is what may change from now on. */
  moment(): number {
    return this.#walk + 1;
  }

  /** Writes down how all of these differ from what the other side knows. */
  tell(values: readonly unknown[], writes: Write[]): Told[] {
    this.#walk += 1;
    return values.map((value) => this.#told(value, writes, 0));
  }

  /**
   * Does to our objects what the other side has written. It may change what we have walked since `moment`. Whatever hangs
   * together in a circle is refused; `roots` is where it would be found.
   */
  take(writes: readonly Write[], moment: number, roots: readonly unknown[]): void {
    if (!Array.isArray(writes) || writes.length > this.#most) throw new Illegal('it wrote more than there can be');
    this.#taking += 1;
    this.#suspicious = writes.length > fewWrites;
    for (const write of writes) this.#write(write, moment);
    if (this.#suspicious) this.#checkShape(roots);
  }

  /** The value that was told. */
  heard(told: unknown): unknown {
    if (typeof told !== 'object' || told === null) return told;
    if (!Array.isArray(told)) throw new Illegal('it told an object without a number');
    if (told.length === 0) return undefined;
    const known = told.length === 1 ? this.#byId.get(told[0]) : undefined;
    if (!known) throw new Illegal('it told of an object that nobody knows');
    this.#suspicious ||= known.born !== this.#taking;
    return known.object;
  }

  /** Throws if these go in a circle or too deep. */
  #checkShape(values: readonly unknown[]): void {
    this.#walk += 1;
    for (const value of values) if (typeof value === 'object' && value !== null) this.#checkOne(value, 0);
  }

  #checkOne(object: object, depth: number): void {
    const known = this.#known.get(object);
    if (!known) return;
    if (known.walk === this.#walk && !known.open) return;
    if (known.open || depth > deepest) throw new Illegal('its data goes in a circle');
    known.walk = this.#walk;
    known.open = true;
    for (const part of known.was) if (typeof part === 'object' && part !== null) this.#checkOne(part, depth + 1);
    known.open = false;
  }

  #told(value: unknown, writes: Write[], depth: number): Told {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'number':
        if (!Number.isFinite(value)) throw new NotPlain();
        return value;
      case 'undefined':
        return nothing;
      case 'object':
        return value === null ? null : [this.#visit(value, writes, depth).id];
      default:
        throw new NotPlain();
    }
  }

  #visit(object: object, writes: Write[], depth: number): Known {
    const known = this.#known.get(object);
    if (known?.walk === this.#walk) {
      if (known.open) throw new NotPlain();
      return known;
    }
    if (depth > deepest || writes.length > this.#most) throw new NotPlain();
    if (!known) return this.#fresh(object, writes, depth);
    known.walk = this.#walk;
    known.open = true;
    if (Array.isArray(object)) this.#againList(known, object, writes, depth);
    else this.#againObject(known, object as Fields, writes, depth);
    known.open = false;
    return known;
  }

  #fresh(object: object, writes: Write[], depth: number): Known {
    const isList = Array.isArray(object);
    if (!isList) mustBePlain(object);
    this.#next += 2;
    const fresh = this.#register(this.#next, object);
    fresh.open = true;
    fresh.was = isList ? object.slice() : flat(object as Fields);
    if (isList) mustBeWhole(object);
    const parts = fresh.was.map((part) => this.#told(part, writes, depth + 1));
    fresh.open = false;
    writes.push([fresh.id, isList ? 'list' : 'object', parts]);
    return fresh;
  }

  #againList(known: Known, list: readonly unknown[], writes: Write[], depth: number): void {
    const { was } = known;
    const common = Math.min(was.length, list.length);
    let from = 0;
    while (from < common && was[from] === list[from]) from++;
    for (let i = 0; i < from; i++) {
      const item = list[i];
      if (typeof item === 'object' && item !== null) this.#visit(item, writes, depth + 1);
    }
    if (from === was.length && from === list.length) return;
    const rest = list.slice(from);
    mustBeWhole(rest);
    const items = rest.map((item) => this.#told(item, writes, depth + 1));
    known.was = list.slice();
    writes.push([known.id, 'tail', from, items]);
  }

  #againObject(known: Known, object: Fields, writes: Write[], depth: number): void {
    const { was } = known;
    let fields: Told[] | undefined;
    let at = 0;
    // The fields are nearly always those that were there, in the same order.
    for (const key of keys(object)) {
      if (was[at] !== key) {
        this.#otherFields(known, object, writes, depth);
        return;
      }
      const value = object[key];
      if (was[at + 1] !== value) {
        fields ??= [];
        fields.push(key, this.#told(value, writes, depth + 1));
        was[at + 1] = value;
      } else if (typeof value === 'object' && value !== null) this.#visit(value, writes, depth + 1);
      at += 2;
    }
    if (at !== was.length) this.#otherFields(known, object, writes, depth);
    else if (fields) writes.push([known.id, 'fields', fields, none]);
  }

  /** All of them are told again, since some came or went. */
  #otherFields(known: Known, object: Fields, writes: Write[], depth: number): void {
    const now = flat(object);
    const fields: Told[] = now.map((part) => this.#told(part, writes, depth + 1));
    const gone = new Set<unknown>(known.was.filter((_part, i) => i % 2 === 0));
    for (let i = 0; i < now.length; i += 2) gone.delete(now[i]);
    known.was = now;
    writes.push([known.id, 'fields', fields, [...gone] as string[]]);
  }

  #write(write: Write, moment: number): void {
    const [id, kind, ...rest] = listOf(write);
    if (kind === 'list' || kind === 'object') this.#writeNew(id, kind, listOf(rest[0]));
    else this.#writeAgain(this.#changeable(id, moment), kind, rest);
  }

  #writeNew(id: unknown, kind: 'list' | 'object', parts: readonly unknown[]): void {
    const isFree = typeof id === 'number' && Number.isSafeInteger(id) && !this.#byId.has(id);
    if (!isFree || (id & 1) === (this.#next & 1)) throw new Illegal('it gave an object a number that is not free');
    const object: unknown[] | Fields = kind === 'list' ? parts.map((part) => this.#item(part)) : {};
    if (!Array.isArray(object)) this.#setFields(object, parts);
    // Not before its parts are there, so that it can't be one of them.
    const fresh = this.#register(id, object);
    fresh.born = this.#taking;
    fresh.was = Array.isArray(object) ? object.slice() : flat(object);
  }

  #changeable(id: unknown, moment: number): Known {
    const known = this.#byId.get(id as number);
    if (!known || known.walk < moment) throw new Illegal('it changed what it was not given');
    this.#suspicious ||= known.born === this.#taking;
    return known;
  }

  #writeAgain(known: Known, kind: unknown, [first, second]: readonly unknown[]): void {
    const { object } = known;
    if (kind === 'tail' && Array.isArray(object)) {
      object.length = placeIn(object, first);
      for (const item of listOf(second)) object.push(this.#item(item));
      known.was = object.slice();
    } else if (kind === 'fields' && !Array.isArray(object)) {
      const [fields, gone] = [listOf(first), listOf(second)];
      for (const key of gone) delete (object as Fields)[key as string];
      this.#setFields(object as Fields, fields);
      if (gone.length > 0 || !renewed(known.was, object as Fields, fields)) known.was = flat(object as Fields);
    } else throw new Illegal('it wrote what is no write');
  }

  #item(told: unknown): unknown {
    const item = this.heard(told);
    if (item === undefined) throw new Illegal('it left a place in a list empty');
    return item;
  }

  #setFields(object: Fields, fields: readonly unknown[]): void {
    for (let i = 0; i < fields.length; i += 2) {
      const key = fields[i];
      if (typeof key !== 'string') throw new Illegal('it wrote a field without a name');
      const value = this.heard(fields[i + 1]);
      // By assignment it would be the object's prototype.
      if (key === '__proto__')
        Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
      else object[key] = value;
    }
  }

  #register(id: number, object: object): Known {
    const known: Known = { id, object, was: [], walk: this.#walk, open: false, born: 0 };
    this.#known.set(object, known);
    this.#byId.set(id, known);
    return known;
  }
}

const nothing = [] as const;
const none: readonly string[] = [];

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Illegal('it wrote what is no list');
  return value;
}

/** Where a list's tail may begin. */
function placeIn(list: readonly unknown[], place: unknown): number {
  if (typeof place === 'number' && Number.isSafeInteger(place) && place >= 0 && place <= list.length) return place;
  throw new Illegal('it changed a list behind its end');
}

function mustBeWhole(list: readonly unknown[]): void {
  if (list.includes(undefined)) throw new NotPlain();
}

/** Where no field has come or gone: puts the new values into their places. */
function renewed(was: unknown[], object: Fields, fields: readonly unknown[]): boolean {
  for (let i = 0, at = 0; i < fields.length; i += 2, at += 2) {
    while (at < was.length && was[at] !== fields[i]) at += 2;
    if (at >= was.length) return false;
    was[at + 1] = object[fields[i] as string];
  }
  return true;
}

function flat(object: Fields): unknown[] {
  const parts: unknown[] = [];
  for (const key of keys(object)) parts.push(key, object[key]);
  return parts;
}

function mustBePlain(object: object): void {
  const prototype = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) throw new NotPlain();
}
