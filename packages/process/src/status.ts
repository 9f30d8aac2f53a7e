/** What a node says of itself. */
import type { Address } from '@weekend/protocol';
import type { Counters } from './counters.ts';

/** A few facts about a protocol's state, chosen by the protocol: `{ role: 'leader', term: 3 }`. */
export type Description = Readonly<Record<string, string | number | boolean | null>>;

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
  return fields.length === Object.keys(b).length && fields.every((field) => a[field] === b[field]);
}

/** A state that a protocol's own mistake has left in pieces may be past describing; that is no reason to go down. */
export function described<State>(describe: ((state: State) => Description) | undefined, state: State): Description {
  try {
    return describe?.(state) ?? {};
  } catch (error) {
    return { undescribed: String(error) };
  }
}
