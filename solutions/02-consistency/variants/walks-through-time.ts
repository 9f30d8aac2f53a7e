/**
 * Judges by walking through time, call by call and completion by completion, with all that the register may be by now
 * (Lowe 2017). There is no order to be found at the end, only something that may still be true.
 */
import type { Consistency, History, Operation } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { step, type Value } from '../judges.ts';

export const consistency: Consistency = { ...reference, isLinearizable };

/** What the register may hold, and which of the operations that were called have not taken effect then. */
interface World {
  value: Value;
  pending: readonly Operation[];
}

type Event = { at: number; kind: 'called' | 'completed'; operation: Operation };

function isLinearizable(history: History): boolean {
  const numbers = new Map(history.map((operation, number) => [operation, number]));
  const nameOf = ({ value, pending }: World): string =>
    JSON.stringify([value, pending.map((operation) => numbers.get(operation)).sort()]);

  let worlds: World[] = [{ value: null, pending: [] }];
  for (const { kind, operation } of eventsOf(history)) {
    if (kind === 'called') worlds = worlds.map(({ value, pending }) => ({ value, pending: [...pending, operation] }));
    else worlds = reachable(worlds, nameOf).filter(({ pending }) => !pending.includes(operation));
  }
  return worlds.length > 0;
}

/** Calls come before completions at the same time: they overlap. */
function eventsOf(history: History): Event[] {
  const events: Event[] = [];
  for (const operation of history) {
    const { call, completion } = operation;
    if (completion.kind === 'fail') continue;
    events.push({ at: call, kind: 'called', operation });
    if (completion.kind === 'ok') events.push({ at: completion.at, kind: 'completed', operation });
  }
  return events.sort((a, b) => a.at - b.at || a.kind.localeCompare(b.kind));
}

/** All these worlds, and those that come of them when what is pending takes effect. */
function reachable(worlds: readonly World[], nameOf: (world: World) => string): World[] {
  const found = new Map(worlds.map((world) => [nameOf(world), world]));
  // What is added meanwhile is visited, too.
  for (const { value, pending } of found.values())
    for (const operation of pending) {
      const after = step(value, operation);
      if (after === undefined) continue;
      const world = { value: after, pending: pending.filter((other) => other !== operation) };
      if (!found.has(nameOf(world))) found.set(nameOf(world), world);
    }
  return [...found.values()];
}
