/** Plain data as a text that does not depend on the order of keys, and back; and the same data with its keys in another order. */
import { BrokenContract, notPlain } from '@weekend/protocol';

type Fields = Record<string, unknown>;

/** Deeper than any protocol's data: whoever gets here goes in a circle. */
const deepest = 100;

/** Equal texts for equal data. `what` names the value where it is not plain. */
export function canonical(value: unknown, what: string): string {
  if (!isPlain(value, 0))
    throw new BrokenContract(`your state and messages must be plain data: ${notPlain(value, what) ?? what}`);
  const asItStands = JSON.stringify(value);
  let text = lately.get(asItStands);
  if (text === undefined) {
    text = textOf(value);
    if (lately.size === most) lately.clear();
    lately.set(asItStands, text);
  }
  return text;
}

/** Texts that were written lately, by what `JSON.stringify` makes of the data: to sort all keys takes ten times as long. */
const lately = new Map<string, string>();
const most = 5_000;

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value !== 'object') return isPlainLeaf(value);
  if (value === null) return true;
  if (depth > deepest) return false;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, depth + 1));
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  if (Object.getOwnPropertySymbols(value).length > 0) return false;
  for (const key in value) {
    const field = (value as Fields)[key];
    // A field that is undefined is as good as none.
    if (field !== undefined && !isPlain(field, depth + 1)) return false;
  }
  return true;
}

const isPlainLeaf = (value: unknown): boolean =>
  typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' || typeof value === 'boolean';

/** Of plain data. */
function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  const fields = value as Fields;
  const keys = Object.keys(fields).filter((key) => fields[key] !== undefined);
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${textOf(fields[key])}`)
    .join()}}`;
}

/** A copy in which the keys of all objects stand the other way round. Lists stay as they are. */
export function reordered<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(reordered) as T;
  const fields: Fields = {};
  for (const key of Object.keys(value).reverse()) fields[key] = reordered((value as Fields)[key]);
  return fields as T;
}

/** What a canonical text says, unchangeable. */
export const thaw = <T>(text: string): T => freeze(JSON.parse(text)) as T;

function freeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
}
