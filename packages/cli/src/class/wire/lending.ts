/** What one side of the membrane lends to the other, and what the other may say of it. */
import { Illegal } from './mirror.ts';
import type { ThrownError } from './words.ts';

/** A value on its way: a leaf as it is, all else as a list that begins with what it is. */
export type Crossing = string | number | boolean | null | readonly [kind: string, ...parts: unknown[]];

/** How a side lets what stays with it be used. */
export interface Lending {
  /** What an object is called, and what of it the other side may use. Throws where it may use nothing. */
  describe(object: object): Described;
  error(error: Error): ThrownError;
}

export interface Described {
  /** The name of its class; empty for what was written as a literal. */
  name: string;
  methods: readonly string[];
  fields: readonly string[];
  /** Those of the methods that answer with a promise, always, so that nobody has to wait for the call itself. */
  posted?: readonly string[];
}

/** How a side uses what stays with the other. */
export interface Using {
  call(id: number, args: readonly unknown[]): unknown;
  /** `own`: it was called as the object's method, and not alone. */
  callMethod(id: number, name: string, own: boolean, args: readonly unknown[]): unknown;
  /** As `callMethod`, and the call is made with whatever is said next. */
  post(id: number, name: string, own: boolean, args: readonly unknown[]): Promise<unknown>;
  field(id: number, name: string): unknown;
  error(error: ThrownError): unknown;
  /** A promise of ours that the other side knows has come to its end. `whose`: who has given it its number. */
  settled(whose: Whose, id: number, how: Settled, value: unknown): void;
}

export type Settled = 'done' | 'failed';
export type Whose = 'mine' | 'yours';

/** Thrown where somebody wants to pass on more than a message may hold. */
export class TooMuch extends Error {
  override name = 'TooMuch';
}

const mostText = 10_000;

/** An error as it was told, if it is one. */
export function thrownIn(value: unknown): ThrownError {
  const { name, message, frames, code } = (
    typeof value === 'object' && value !== null ? value : {}
  ) as Partial<ThrownError>;
  const areTexts = [name, message, ...listOf(frames)].every(
    (text) => typeof text === 'string' && text.length <= mostText,
  );
  if (!areTexts || listOf(frames).length > 50) throw new Illegal('it told of an error that is none');
  return { name, message, frames, ...(typeof code === 'string' && { code }) } as ThrownError;
}

export const asObject = (error: unknown): object => (error instanceof Error ? error : new Error(String(error)));

/** An object as it was told, if it is one. */
export function describedIn([name, methods, fields, posted]: readonly unknown[]): Described {
  const members = [...listOf(methods), ...listOf(fields), ...listOf(posted)];
  if (members.length > 300 || !members.every(isName) || !/^[\w$]{0,100}$/.test(`${name}`))
    throw new Illegal('it told of an object that is none');
  return { name, methods, fields, posted } as Described;
}

const isName = (name: unknown): boolean => typeof name === 'string' && name.length <= 100;

export function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Illegal('it told what is no list');
  return value;
}
