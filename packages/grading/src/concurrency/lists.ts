/** Values and lists of them: how they are compared, and how a failure shows them. */
import { inspect } from 'node:util';

export const shown = (value: unknown): string =>
  inspect(value, { breakLength: Number.POSITIVE_INFINITY, customInspect: false, depth: 3 });

/** Whether it is a list of just these, in this order. */
export const isList = (value: unknown, wanted: readonly unknown[]): boolean =>
  Array.isArray(value) &&
  value.length === wanted.length &&
  wanted.every((each, index) => Object.is(value[index], each));
