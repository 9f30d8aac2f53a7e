/**
 * Causal consistency by bad patterns (Bouajjani, Enea, Guerraoui and Hamza, "On verifying causal consistency", POPL 2017,
 * Table 2). A history of unique writes is one of these three iff none of its patterns occurs in it:
 *
 * - CC, causal consistency: who saw an effect sees its causes. CyclicCO, ThinAirRead, WriteCOInitRead, WriteCORead.
 * - CCv, causal convergence: besides, all agree on one order of writes that do not know of each other. CyclicCF.
 * - CM, causal memory (Ahamad et al. 1995): besides CC, each process sees one order. WriteHBInitRead, CyclicHB.
 *
 * O(n c) for n accesses in c chains, CM O(n c) for each process and round. Does not apply where a value that was read has two
 * sources (NP-complete then), nor to anything but plain reads and writes. It does not catch staleness: a replica that
 * hears of nothing is causally consistent.
 */
import { type Accesses, accessesOf, type Id, initially, nowhere, type Step } from './accesses.ts';
import {
  addKnownWrites,
  type Causality,
  type Circle,
  causality,
  type Edge,
  type Edges,
  shortestChain,
} from './causality.ts';
import type { History } from './history.ts';
import type { Model } from './model.ts';
import { proofChains } from './proof-chains.ts';
import { type Budget, type Evidence, illegal, limitOf, ok, ranOutOf, type Verdict } from './verdict.ts';
import { toldChains } from './words.ts';

export type CausalLevel = 'CC' | 'CCv' | 'CM';

export type BadPattern =
  | 'CyclicCO'
  | 'ThinAirRead'
  | 'WriteCOInitRead'
  | 'WriteCORead'
  | 'CyclicCF'
  | 'WriteHBInitRead'
  | 'CyclicHB';

/** `level` is CC if left out. */
export function causal<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  options: Budget & { readonly level?: CausalLevel } = {},
): Verdict {
  const limit = limitOf(options);
  const accesses = accessesOf(history, model);
  if ('kind' in accesses) return accesses;
  const cells = accesses.steps.length * accesses.chains.length;
  if (cells * 4 > limit.bytes) return ranOutOf('memory', 0, limit);
  const meter: Meter = { cells, steps: 0, allowed: limit.steps };
  const found = search(accesses, options.level ?? 'CC', meter);
  if (found === 'ran out') return ranOutOf('steps', meter.steps, limit);
  if (found === undefined) return ok(meter.steps);
  return illegal(meter.steps, () => evidence(history, model, accesses, found));
}

/** Counts what the closures cost. */
interface Meter {
  readonly cells: number;
  readonly allowed: number;
  steps: number;
}

interface Bad {
  readonly pattern: BadPattern;
  /** The accesses that make it, and the edges beyond causal order that it goes over. */
  readonly accesses: readonly Id[];
  readonly added: Edges;
}

const none: Edges = new Map();

function search(accesses: Accesses, level: CausalLevel, meter: Meter): Bad | 'ran out' | undefined {
  const order = closure(accesses, none, meter);
  if (order === 'ran out') return order;
  if ('circle' in order) return { pattern: 'CyclicCO', accesses: order.circle, added: none };
  const bad = badRead(accesses, order);
  if (bad !== undefined) return bad;
  switch (level) {
    case 'CC':
      return undefined;
    case 'CCv':
      return conflict(accesses, order, meter);
    case 'CM':
      return anyProcess(accesses, order, meter);
    default:
      return level satisfies never;
  }
}

function closure(accesses: Accesses, added: Edges, meter: Meter): Causality | Circle | 'ran out' {
  meter.steps += meter.cells;
  return meter.steps > meter.allowed ? 'ran out' : causality(accesses, added);
}

/** The patterns of a single read: ThinAirRead, WriteCOInitRead, WriteCORead. */
function badRead({ steps }: Accesses, order: Causality): Bad | undefined {
  for (const [read, { kind, key, saw }] of steps.entries()) {
    if (kind === 'write') continue;
    if (saw === nowhere) return { pattern: 'ThinAirRead', accesses: [read], added: none };
    const newer = order.latestWrites(read, key).find((write) => saw === initially || order.isBefore(saw, write));
    if (newer === undefined) continue;
    const known = shortestChain(steps, none, newer, read);
    if (saw === initially) return { pattern: 'WriteCOInitRead', accesses: known, added: none };
    const older = shortestChain(steps, none, saw, newer);
    return { pattern: 'WriteCORead', accesses: [...older, ...known.slice(1)], added: none };
  }
  return undefined;
}

/** CF: a write that a read knew of, and did not see, comes before the one that it saw. */
function conflict(accesses: Accesses, order: Causality, meter: Meter): Bad | 'ran out' | undefined {
  const added = new Map<Id, Edge[]>();
  for (const read of accesses.steps.keys()) addKnownWrites(added, accesses.steps, order, read, 1);
  const all = closure(accesses, added, meter);
  if (all === 'ran out') return all;
  return 'circle' in all ? { pattern: 'CyclicCF', accesses: all.circle, added } : undefined;
}

/** HB of a process's last operation holds that of all its earlier ones. */
function anyProcess(accesses: Accesses, order: Causality, meter: Meter): Bad | 'ran out' | undefined {
  for (const chain of accesses.chains.slice(0, accesses.processes)) {
    const found = happensBefore(accesses, chain, order, meter);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** As CF, for the reads of one process alone, and over and over, since here each edge may make a read know of more. */
function happensBefore(
  accesses: Accesses,
  process: readonly Id[],
  causalOrder: Causality,
  meter: Meter,
): Bad | 'ran out' | undefined {
  const { steps } = accesses;
  const added = new Map<Id, Edge[]>();
  let order: Causality | Circle = causalOrder;
  for (let round = 1; ; round++) {
    if ('circle' in order) return { pattern: 'CyclicHB', accesses: order.circle, added };
    for (const read of process) {
      const write = initialDespite(steps, order, read);
      if (write === undefined) continue;
      return { pattern: 'WriteHBInitRead', accesses: shortestChain(steps, added, write, read), added };
    }
    const known: Causality = order;
    const news = process.filter((read) => addKnownWrites(added, steps, known, read, round));
    if (news.length === 0) return undefined;
    const next = closure(accesses, added, meter);
    if (next === 'ran out') return next;
    order = next;
  }
}

/** A write that `read` knew of, though it saw the initial value. */
function initialDespite(steps: readonly Step[], order: Causality, read: Id): Id | undefined {
  const { kind, key, saw } = steps[read] as Step;
  return kind === 'read' && saw === initially ? order.latestWrites(read, key)[0] : undefined;
}

const meanings: Record<BadPattern, string> = {
  CyclicCO: 'causality runs in a circle',
  ThinAirRead: 'a read answers a value that nobody wrote',
  WriteCOInitRead: 'a read knows of a write, and sees the initial value',
  WriteCORead: 'a read knows of a newer write, and sees the older one',
  CyclicCF: 'no one order of the writes suits all reads',
  WriteHBInitRead: 'in the one order that its process can have seen, a read of the initial value comes after a write',
  CyclicHB: 'no one order of the writes suits the reads of this process',
};

function evidence<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  { steps }: Accesses,
  { pattern, accesses, added }: Bad,
): Evidence {
  const main = pattern.startsWith('Cyclic') ? [...accesses, ...accesses.slice(0, 1)] : accesses;
  const chains = proofChains(steps, added, main).map((chain) =>
    chain.map(({ id, reason }) => ({ index: (steps[id] as Step).index, reason })),
  );
  const operations = [...new Set(chains.flat().map(({ index }) => index))];
  return { rule: pattern, operations, words: toldChains(history, model, `${pattern}: ${meanings[pattern]}`, chains) };
}
