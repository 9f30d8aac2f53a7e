/** Does with the real world what a handler in the sandbox has asked of its own. */
import type { World } from '@weekend/protocol';
import { Illegal } from '../wire/mirror.ts';
import { mostWishes, type Wishes } from '../wire/words.ts';

type AnyWorld = World<never>;

const longestName = 1_000;
const deepest = 100;

export function grant({ saves, sends, timers }: Wishes, world: AnyWorld | undefined): void {
  if (saves.length + sends.length + timers.length === 0) return;
  if (!world) throw new Illegal('it asked something of a world where there is none');
  if (saves.length + sends.length + timers.length > mostWishes)
    throw new Illegal('it asked its world for more than it may');
  for (const save of saves) world.save(changes(save) as never);
  for (const send of sends) {
    const { to, message } = mail(send);
    world.send(to, message as never);
  }
  for (const change of timers) setOrClear(change, world);
}

function mail(send: unknown): { to: string; message: object } {
  const [to, message] = listOf(send, 2, 2);
  if (!isObject(message) || !isName(to)) throw new Illegal('it sent what is no message');
  mustBeShallow(message, 0);
  return { to, message };
}

function setOrClear(change: unknown, world: AnyWorld): void {
  const [timer, min, max] = listOf(change, 1, 3);
  if (!isName(timer)) throw new Illegal('it set a timer without a name');
  if (min === undefined) world.clearTimer(timer as never);
  else if (typeof min === 'number' && typeof max === 'number') world.setTimer(timer as never, min, max);
  else throw new Illegal('it set a timer without a range');
}

/** One of so many, as the world's dice fall. */
export function drawn(options: number, world: AnyWorld | undefined): number {
  if (!world || options < 1 || options > mostWishes) throw new Illegal('it chose where there was no choice');
  return world.choose(Array.from({ length: options }, (_, i) => i));
}

function changes(save: unknown): object {
  const fields: Record<string, unknown> = {};
  for (const field of listOf(save, 0, longestName)) {
    const [name, value] = listOf(field, 1, 2);
    if (!isName(name)) throw new Illegal('it saved a field without a name');
    mustBeShallow(value, 0);
    Object.defineProperty(fields, name, { value, writable: true, enumerable: true, configurable: true });
  }
  return fields;
}

function listOf(value: unknown, least: number, most: number): readonly unknown[] {
  if (Array.isArray(value) && value.length >= least && value.length <= most) return value;
  throw new Illegal('it asked for what is no wish');
}

const isName = (value: unknown): value is string => typeof value === 'string' && value.length <= longestName;

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What goes deeper than any message would let those run out of stack who copy it. */
function mustBeShallow(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > deepest) throw new Illegal('it sent or saved what goes too deep');
  for (const part of Object.values(value)) mustBeShallow(part, depth + 1);
}
