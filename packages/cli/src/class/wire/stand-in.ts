/** What stands for an object of the other side: it has the same members, and each of them asks over there. */
import type { Described, Using } from './lending.ts';

const { defineProperty, getOwnPropertyDescriptor, getOwnPropertyNames, getPrototypeOf } = Object;

export function standInFor(id: number, { name, methods, fields, posted = [] }: Described, using: Using): object {
  const isLiteral = name === '';
  const standIn: object = isLiteral ? {} : Object.create(prototypeOf(name));
  const ahead = new Ahead(() => using.post(id, 'next', true, []));
  for (const method of methods) {
    const how = posted.includes(method) ? 'post' : 'callMethod';
    const asking = {
      [method](this: unknown, ...args: unknown[]) {
        return using[how](id, method, this === standIn, args);
      },
    };
    const value = posted.includes('next')
      ? { ...asking, next: () => ahead.next(), '@@asyncIterator': itself }[method]
      : asking[method];
    defineProperty(standIn, symbolNamed(method), { value, enumerable: isLiteral, configurable: true, writable: true });
  }
  for (const field of fields)
    defineProperty(standIn, field, { get: () => using.field(id, field), enumerable: true, configurable: true });
  return standIn;
}

/** Asks an iterator for more than one at a time, since nothing else takes as long as to ask. */
class Ahead {
  readonly #ask: () => Promise<unknown>;
  readonly #asked: Promise<unknown>[] = [];
  #count = 2;

  constructor(ask: () => Promise<unknown>) {
    this.#ask = ask;
  }

  next(): Promise<unknown> {
    if (this.#asked.length === 0) {
      this.#count = Math.min(2 * this.#count, mostAhead);
      for (let i = 0; i < this.#count; i += 1) this.#asked.push(this.#ask());
    }
    return this.#asked.shift() as Promise<unknown>;
  }
}

const mostAhead = 64;

function itself(this: unknown): unknown {
  return this;
}

/** The names of an object's functions and of all its other members, also of those of its class. */
export function memberNames(object: object): Described {
  const methods = new Set<string>();
  const fields = new Set<string>();
  for (let each = object; each !== null && each !== Object.prototype; each = getPrototypeOf(each)) {
    const symbols = Object.keys(namedSymbols).filter((name) => Object.hasOwn(each, symbolNamed(name)));
    for (const name of [...getOwnPropertyNames(each), ...symbols]) {
      if (name === 'constructor' || name === '__proto__' || methods.has(name) || fields.has(name)) continue;
      const isMethod = typeof getOwnPropertyDescriptor(each, symbolNamed(name))?.value === 'function';
      (isMethod ? methods : fields).add(name);
    }
  }
  return { name: classOf(object), methods: [...methods], fields: [...fields] };
}

/** An object of fields with values, none of which is a function. */
export function isPlainObject(object: object): boolean {
  const prototype = getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) return false;
  if (Object.getOwnPropertySymbols(object).length > 0) return false;
  return getOwnPropertyNames(object).every((name) => {
    const described = getOwnPropertyDescriptor(object, name);
    return described?.enumerable === true && 'value' in described && typeof described.value !== 'function';
  });
}

const namedSymbols: Record<string, symbol> = { '@@asyncIterator': Symbol.asyncIterator, '@@iterator': Symbol.iterator };

/** The symbol that a name stands for, or the name. */
export const symbolNamed = (name: string): PropertyKey => namedSymbols[name] ?? name;

function classOf(object: object): string {
  const prototype = getPrototypeOf(object);
  if (prototype === Object.prototype || prototype === null) return '';
  const name: unknown = prototype.constructor?.name;
  return typeof name === 'string' && /^[\w$]{1,100}$/.test(name) ? name : 'Object';
}

const prototypes = new Map<string, object>();

/** For each name one, so that what looks alike is of one class. */
function prototypeOf(name: string): object {
  const known = prototypes.get(name);
  if (known) return known;
  const { prototype } = defineProperty(class {}, 'name', { value: name });
  prototypes.set(name, prototype);
  return prototype;
}
