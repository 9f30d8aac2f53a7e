/**
 * A history as plain reads and writes, with what each read saw: the form in which the causal and session checkers take it.
 * It exists only if no value that was read could have come from two writes ("differentiated" in Bouajjani et al.).
 *
 * A write with unknown outcome counts if somebody read it. It comes after the earlier operations of its process, and not
 * before the later ones: it stands in a chain of its own.
 */
import { type History, type Operation, output } from './history.ts';
import { type Identity, identity } from './identity.ts';
import type { Access, Model } from './model.ts';
import { wholeOf } from './part.ts';
import { doesNotApply, type Unknown } from './verdict.ts';

/** The number of an access. */
export type Id = number;

/** In place of the write that a read saw. */
export const initially = -1;
export const nowhere = -2;

export interface Step {
  /** Its position in the history. */
  readonly index: number;
  readonly kind: Access['kind'];
  readonly key: string;
  /** Which process, or which lone write with unknown outcome, and where in it, from 0. */
  readonly chain: number;
  readonly position: number;
  /** The access before it in its process, or -1. */
  readonly before: Id;
  /** For a read the write that it saw, or `initially`, or `nowhere`. */
  readonly saw: Id;
}

export interface Accesses {
  readonly steps: readonly Step[];
  /** The accesses of each chain, in order. */
  readonly chains: readonly (readonly Id[])[];
  /** How many of the chains are processes; the others are lone writes. */
  readonly processes: number;
  /** The writes and the reads of each key in each chain, in order. */
  readonly writes: ByKeyAndChain;
  readonly reads: ByKeyAndChain;
}

type ByKeyAndChain = ReadonlyMap<string, ReadonlyMap<number, readonly Id[]>>;

export function accessesOf<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
): Accesses | Unknown {
  const found = inOrderOfCalls(history, model);
  if (typeof found === 'string') return doesNotApply(found);
  const sources = sourcesOf(found, identity(model.initial));
  if (typeof sources === 'string') return doesNotApply(sources);
  return numbered(found, sources);
}

interface Found {
  index: number;
  process: number | string;
  kind: Access['kind'];
  key: string;
  value: Identity;
  isCertain: boolean;
}

/** All accesses that happened or may have. A sentence if an operation is none. */
function inOrderOfCalls<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
): Found[] | string {
  const { required, optional } = wholeOf(history, model);
  const found: Found[] = [];
  for (const index of [...required, ...optional]) {
    const operation = history[index] as Operation<Input, Output>;
    const access = model.access?.(operation.input, output(operation));
    if (access === undefined)
      return `Cannot see causality in this history: operation ${index} (${JSON.stringify(operation.input)}) is not a plain read or write of a ${model.name}; only these say which write they saw.`;
    const isCertain = operation.completion.kind === 'ok';
    if (access.kind === 'read' && !isCertain) continue;
    const { kind, key, value } = access;
    found.push({ index, process: operation.process, kind, key, value: identity(value), isCertain });
  }
  const callOf = ({ index }: Found): number => (history[index] as Operation<Input, Output>).call;
  return found.sort((a, b) => callOf(a) - callOf(b) || a.index - b.index);
}

type Source = Found | 'initially';
type Sources = Map<string, Map<Identity, Source>>;

/** For each key and each value that was read, where it came from. A sentence if that could be two places. */
function sourcesOf(found: readonly Found[], initial: Identity): Sources | string {
  const sources: Sources = new Map();
  const wasRead = new Map<string, Set<Identity>>();
  for (const { kind, key, value } of found) {
    if (!sources.has(key)) sources.set(key, new Map([[initial, 'initially']]));
    if (!wasRead.has(key)) wasRead.set(key, new Set());
    if (kind === 'read') wasRead.get(key)?.add(value);
  }
  for (const access of found) {
    const { kind, key, value } = access;
    if (kind === 'read' || wasRead.get(key)?.has(value) !== true) continue;
    const other = sources.get(key)?.get(value);
    if (other !== undefined) return twoSources(access, other);
    sources.get(key)?.set(value, access);
  }
  return sources;
}

function twoSources(access: Found, other: Source): string {
  const where = other === 'initially' ? 'is there initially' : `operation ${other.index} writes too`;
  return `Cannot see causality in this history: operation ${access.index} writes a value that ${where}, so a read of it does not say what it saw; write each value once.`;
}

function numbered(found: readonly Found[], sources: Sources): Accesses {
  const seen = new Set<Source | undefined>();
  for (const { kind, key, value } of found) if (kind === 'read') seen.add(sources.get(key)?.get(value));
  const counted = found.filter((access) => access.isCertain || seen.has(access));
  const idOf = new Map<Found, Id>(counted.map((access, id) => [access, id]));

  const chainOf = new Map<number | string, number>();
  for (const { process } of counted) if (!chainOf.has(process)) chainOf.set(process, chainOf.size);
  const processes = chainOf.size;
  const chains: Id[][] = Array.from({ length: processes }, () => []);
  const steps = counted.map((access, id): Step => {
    const process = chainOf.get(access.process) as number;
    const before = chains[process]?.at(-1) ?? -1;
    const chain = access.isCertain ? process : chains.push([]) - 1;
    const position = (chains[chain]?.push(id) as number) - 1;
    const { index, kind, key } = access;
    return { index, kind, key, chain, position, before, saw: kind === 'read' ? sawOf(access, sources, idOf) : nowhere };
  });
  return { steps, chains, processes, writes: sorted(steps, 'write'), reads: sorted(steps, 'read') };
}

function sawOf(read: Found, sources: Sources, idOf: ReadonlyMap<Found, Id>): Id {
  const source = sources.get(read.key)?.get(read.value);
  if (source === undefined) return nowhere;
  return source === 'initially' ? initially : (idOf.get(source) as Id);
}

function sorted(steps: readonly Step[], wanted: Access['kind']): ByKeyAndChain {
  const byKey = new Map<string, Map<number, Id[]>>();
  for (const [id, { kind, key, chain }] of steps.entries()) {
    if (kind !== wanted) continue;
    let ofKey = byKey.get(key);
    if (ofKey === undefined) byKey.set(key, (ofKey = new Map()));
    const inChain = ofKey.get(chain);
    if (inChain === undefined) ofKey.set(chain, [id]);
    else inChain.push(id);
  }
  return byKey;
}
