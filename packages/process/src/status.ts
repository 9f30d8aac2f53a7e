/** What a node says of itself. */
import type { Address } from '@weekend/protocol';
import type { Counters } from './counters.ts';

/** A few facts about a protocol's state, chosen by the protocol: `{ role: 'leader', term: 3 }`. */
export type Description = Readonly<Record<string, Fact>>;

type Single = string | number | boolean | null;

type Fact = Single | readonly number[];

/** Without its lists, which are for pages: to Prometheus and in a journal each would be something new, for ever. */
export function withoutLists(description: Description): Record<string, Single> {
  const single = Object.entries(description).filter((pair): pair is [string, Single] => !Array.isArray(pair[1]));
  return Object.fromEntries(single);
}

export interface Status {
  id: Address;
  uptimeMs: number;
  /** As of the last turn whose saves are on the disk. */
  state: Description;
  /** `connected`: this node has proved itself to that peer and can send to it now. */
  peers: Record<Address, { address: string; connected: boolean }>;
  counters: Counters;
}

export function sameDescription(a: Description, b: Description): boolean {
  const fields = Object.keys(a);
  return fields.length === Object.keys(b).length && fields.every((field) => sameFact(a[field], b[field]));
}

function sameFact(a: Fact | undefined, b: Fact | undefined): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((each, i) => each === b[i]);
}

/** A state that a protocol's own mistake has left in pieces may be past describing; that is no reason to go down. */
export function described<State>(describe: ((state: State) => Description) | undefined, state: State): Description {
  try {
    return describe?.(state) ?? {};
  } catch (error) {
    return { undescribed: String(error) };
  }
}
