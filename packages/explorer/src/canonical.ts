/** Plain data as a text that does not depend on the order of keys, and back; and the same data with its keys in another order. */
import { BrokenContract, notPlain } from '@weekend/protocol';

type Fields = Record<string, unknown>;

/** Deeper than any protocol's data: whoever gets here goes in a circle. */
const deepest = 100;

/** Equal texts for equal data. `what` names the value where it is not plain. */
export function canonical(value: unknown, what: string): string {
  const text = textOf(value, 0);
  if (text !== undefined) return text;
  throw new BrokenContract(`your state and messages must be plain data: ${notPlain(value, what) ?? what}`);
}

/** Nothing where the value is not plain. */
function textOf(value: unknown, depth: number): string | undefined {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      return Number.isFinite(value) ? `${value}` : undefined;
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      break;
    default:
      return undefined;
  }
  if (value === null) return 'null';
  if (depth > deepest) return undefined;
  return Array.isArray(value) ? textOfList(value, depth + 1) : textOfFields(value as Fields, depth + 1);
}

function textOfList(list: readonly unknown[], depth: number): string | undefined {
  let text = '[';
  for (let i = 0; i < list.length; i++) {
    const item = textOf(list[i], depth);
    if (item === undefined) return undefined;
    text += i === 0 ? item : `,${item}`;
  }
  return `${text}]`;
}

/** A field that is undefined is as good as none. */
function textOfFields(fields: Fields, depth: number): string | undefined {
  const prototype = Object.getPrototypeOf(fields);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  if (Object.getOwnPropertySymbols(fields).length > 0) return undefined;
  let text = '{';
  for (const key of Object.keys(fields).sort()) {
    const value = fields[key];
    if (value === undefined) continue;
    const field = textOf(value, depth);
    if (field === undefined) return undefined;
    text += `${text.length === 1 ? '' : ','}${JSON.stringify(key)}:${field}`;
  }
  return `${text}}`;
}

/** Whether two pieces of plain data have the same canonical text, many times quicker. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => isEqual(item, b[i]));
  for (const key in a) if (!isEqual((a as Fields)[key], (b as Fields)[key])) return false;
  for (const key in b) if ((b as Fields)[key] !== undefined && (a as Fields)[key] === undefined) return false;
  return true;
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
