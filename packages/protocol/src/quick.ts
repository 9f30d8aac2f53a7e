/**
 * Quick answers to "is this plain data?" and "are these two equal?", for an inspection that asks at every turn. Where the
 * answer is no, it may only be unusual: `notPlain` and `difference` look again, and find the words.
 */

const { keys } = Object;

type Fields = Record<string, unknown>;

/** Deeper than any protocol's data: whoever gets here goes in a circle. */
const deepest = 100;

/** Takes a getter for a field, and does not see symbols. */
export function isPlain(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return isPlainLeaf(value);
  if (depth > deepest) return false;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  for (const key of keys(value)) if (!isPlain((value as Fields)[key], depth + 1)) return false;
  return true;
}

function isPlainLeaf(value: unknown): boolean {
  return typeof value === 'number'
    ? Number.isFinite(value)
    : typeof value === 'string' || typeof value === 'boolean' || value === null;
}

/** Of two pieces of plain data. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && areEqualLists(a, b);
  return areEqualFields(a as Fields, b as Fields);
}

function areEqualLists(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => isEqual(item, b[i]));
}

function areEqualFields(a: Fields, b: Fields): boolean {
  const names = keys(a);
  for (const key of names) if (!isEqual(a[key], b[key])) return false;
  return names.length === keys(b).length;
}
