/**
 * Plain data: what a state, a message and a saved record may be made of. Everything else (a Map, a class, a function, a
 * Date, NaN, undefined inside an array) is found here at the border and named by its path, because a copy would drop it
 * without a word.
 */

/** Where a value stops being plain data, in words: `votes is a Set`. Nothing if all of it is plain. */
export function notPlain(value: unknown, path: string): string | undefined {
  return offender(value, path, new Set());
}

/** `undefined` is allowed as the value of a field (a copy keeps it), but not as an item of a list. */
function offender(value: unknown, path: string, inside: Set<object>): string | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return undefined;
    case 'number':
      return Number.isFinite(value) ? undefined : `${path} is ${value}`;
    case 'object':
      break;
    case 'undefined':
      return `${path} is undefined`;
    default:
      return `${path} is a ${typeof value}`;
  }
  if (value === null) return undefined;
  if (inside.has(value)) return `${path} contains itself`;
  const prototype = Object.getPrototypeOf(value);
  inside.add(value);
  const found = Array.isArray(value)
    ? inArray(value, path, inside)
    : prototype === Object.prototype || prototype === null
      ? inObject(value, path, inside)
      : `${path} is a ${prototype.constructor?.name || 'class instance'}`;
  inside.delete(value);
  return found;
}

function inArray(value: readonly unknown[], path: string, inside: Set<object>): string | undefined {
  for (let i = 0; i < value.length; i++) {
    const found = offender(value[i], `${path}[${i}]`, inside);
    if (found) return found;
  }
  return undefined;
}

function inObject(value: object, path: string, inside: Set<object>): string | undefined {
  for (const key of Reflect.ownKeys(value)) {
    if (typeof key === 'symbol') return `${path} has a symbol as a key`;
    const described = Object.getOwnPropertyDescriptor(value, key);
    if (described?.get || described?.set) return `${path}.${key} is a getter or a setter`;
    if (described?.value === undefined) continue;
    const found = offender(described.value, `${path}.${key}`, inside);
    if (found) return found;
  }
  return undefined;
}

const { keys } = Object;

/** A copy that shares nothing with the original. For plain data only. */
export function copy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = value.slice();
    for (let i = 0; i < items.length; i++) if (typeof items[i] === 'object') items[i] = copy(items[i]);
    return items as T;
  }
  const fields = { ...value } as Record<string, unknown>;
  // Not `for … in`: over objects of many shapes, V8 compiles that again and again.
  for (const key of keys(value)) {
    const field = fields[key];
    if (typeof field === 'object' && field !== null) fields[key] = copy(field);
  }
  return fields as T;
}

/**
 * Where two pieces of plain data differ first, as a path below `path`: `state.votedFor`. Nothing if they are equal. The
 * order of fields does not matter; a field that is `undefined` equals one that is not there.
 */
export function difference(a: unknown, b: unknown, path: string): string | undefined {
  if (Object.is(a, b)) return undefined;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return path;
  if (Array.isArray(a) !== Array.isArray(b)) return path;
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let i = 0; i < Math.max(a.length, b.length); i++) {
      const found = difference(a[i], b[i], `${path}[${i}]`);
      if (found) return found;
    }
    return undefined;
  }
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const found = difference(left[key], right[key], `${path}.${key}`);
    if (found) return found;
  }
  return undefined;
}

/** Where one object is part of a value in two places, which copies of the value do not keep. Nothing if none is. */
export function sharedPart(value: unknown, path: string): string | undefined {
  const places = new Map<object, string>();
  return visit(value, path);

  function visit(part: unknown, here: string): string | undefined {
    if (typeof part !== 'object' || part === null) return undefined;
    const there = places.get(part);
    if (there !== undefined) return `${there} and ${here} are one and the same object`;
    places.set(part, here);
    for (const [key, inner] of Object.entries(part)) {
      const found = visit(inner, Array.isArray(part) ? `${here}[${key}]` : `${here}.${key}`);
      if (found) return found;
    }
    return undefined;
  }
}
