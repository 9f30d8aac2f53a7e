/**
 * What a judge lends to a sandbox: of each object of its suites the members that the contract of the stage names, and no
 * others. So nobody in there reaches the disk behind a store, or the clock behind a world.
 */
import type { Described } from '../wire/lending.ts';
import { memberNames } from '../wire/stand-in.ts';
import type { ThrownError } from '../wire/words.ts';

type Contract = Omit<Described, 'name'>;

const always = (...posted: string[]) => ({ methods: posted, posted });

/** The first that an object fulfils is what it is. */
const contracts: readonly Contract[] = [
  // Stage 01: World, Account, Cell, Mutex, Workers.
  { methods: ['wait', 'block'], fields: ['now'] },
  { ...always('read', 'write'), fields: ['id', 'lock'] },
  { ...always('read', 'write'), fields: [] },
  { ...always('acquire', 'run'), fields: [] },
  { ...always('run'), fields: ['count'] },
  // Whoever keeps the number of a counter.
  { methods: ['before', 'after'], fields: [] },
  // Stage 06: OrderedStore, and what its iterator gives.
  { methods: ['get', 'batch', 'iterator'], posted: ['get', 'batch'], fields: [] },
  { methods: ['next', 'return', 'throw', '@@asyncIterator'], posted: ['next', 'return', 'throw'], fields: [] },
];

export function lent(object: object): Described {
  const has = memberNames(object);
  const contract = contracts.find(
    ({ methods, fields }) =>
      methods.every((name) => has.methods.includes(name)) && fields.every((name) => has.fields.includes(name)),
  );
  if (!contract) throw new Error(`Cannot lend ${has.name || 'an object'} to a sandbox: no contract names its members`);
  return { name: has.name, ...contract };
}

export function toldError(error: Error): ThrownError {
  const { name, message } = error;
  const { code } = error as NodeJS.ErrnoException;
  return { name, message, frames: [], ...(typeof code === 'string' && { code }) };
}
