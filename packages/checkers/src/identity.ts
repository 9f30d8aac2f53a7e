/**
 * What makes two pieces of plain data the same: a primitive stands for itself, anything else for a text that equal data
 * share and different data do not. Fields stand in alphabetical order; a field that is `undefined` is a field.
 */

export type Identity = string | number | boolean | bigint | symbol | null | undefined;

export function identity(value: unknown): Identity {
  if (typeof value === 'string') return value.startsWith(mark) ? mark + text(value) : value;
  return isPrimitive(value) ? value : mark + text(value);
}

/** Opens the text of whatever is not a primitive, so that it differs from every string that stands for itself. */
const mark = '\u0001';

function text(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(text).join()}]`;
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (isPrimitive(value)) return String(value);
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError(
      `Cannot compare a ${prototype.constructor?.name ?? typeof value}: states, inputs and outputs must be plain data (objects, arrays and primitives).`,
    );
  const fields = Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${text(field)}`).join()}}`;
}

function isPrimitive(value: unknown): value is Identity {
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}
