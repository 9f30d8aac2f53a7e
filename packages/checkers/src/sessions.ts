/**
 * The four session guarantees (Terry et al., "Session guarantees for weakly consistent replicated data", PDIS 1994), as they
 * show in a history of unique writes. A session is a process.
 *
 * A read *misses* a write to its key if it sees the initial value, or a write that causally precedes that one. Each guarantee
 * says which writes the reads of a session must not miss:
 *
 * - read your writes: those of the session before
 * - monotonic reads: those that the session has read before; nor may it come back to one after reading another
 * - monotonic writes: those before a write W in W's session, once this session has read W
 * - writes follow reads: those that W's session had read before W, once this session has read W
 *
 * O(n c) for clocks of c chains, plus, for each read, the reads of its key before it. A guarantee judges one hop: what is
 * missed over a longer chain `causal` catches. Neither catches staleness: to see nothing new breaks no guarantee.
 */
import { type Accesses, accessesOf, type Id, initially, nowhere, type Step } from './accesses.ts';
import { type Causality, causality, shortestChain } from './causality.ts';
import type { History } from './history.ts';
import type { Model } from './model.ts';
import { type Budget, doesNotApply, illegal, limitOf, ok, ranOutOf, type Verdict } from './verdict.ts';
import { told } from './words.ts';

export type SessionGuarantee = 'read your writes' | 'monotonic reads' | 'monotonic writes' | 'writes follow reads';

export const sessionGuarantees = [
  'read your writes',
  'monotonic reads',
  'monotonic writes',
  'writes follow reads',
] as const satisfies readonly SessionGuarantee[];

export function session<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  guarantee: SessionGuarantee,
  budget: Budget = {},
): Verdict {
  const limit = limitOf(budget);
  const accesses = accessesOf(history, model);
  if ('kind' in accesses) return accesses;
  const cells = accesses.steps.length * accesses.chains.length;
  if (cells * 4 > limit.bytes) return ranOutOf('memory', 0, limit);
  if (cells > limit.steps) return ranOutOf('steps', 0, limit);
  const order = causality(accesses);
  if ('circle' in order)
    return doesNotApply(
      'Cannot tell older writes from newer ones: causality runs in a circle, which `causal` reports.',
    );
  const proof = firstProof(accesses, order, judges[guarantee]);
  if (proof === undefined) return ok(cells);
  return illegal(cells, () => {
    const operations = [...new Set(proof)].sort((a, b) => a - b).map((id) => (accesses.steps[id] as Step).index);
    const lines = operations.map((index) => `  ${told(history, model, index)}`);
    return { rule: guarantee, operations, words: [`${meanings[guarantee]}:`, ...lines].join('\n') };
  });
}

const meanings: Record<SessionGuarantee, string> = {
  'read your writes': 'Read your writes: a read misses an earlier write of its own process',
  'monotonic reads': 'Monotonic reads: a read misses what its process has read before',
  'monotonic writes': 'Monotonic writes: a process has read a write, and misses an earlier one of the same writer',
  'writes follow reads':
    'Writes follow reads: a process has read a write, and misses what its writer had read before it',
};

/** What a session has come to know by the time of a read. */
interface Moment {
  readonly accesses: Accesses;
  readonly order: Causality;
  readonly read: Id;
  /** Of each chain the last write that the session has read, this read included, and the read that saw it. */
  readonly lastRead: ReadonlyMap<number, { readonly write: Id; readonly by: Id }>;
}

/** The accesses that prove it, if the read breaks the guarantee. */
type Judge = (moment: Moment) => Id[] | undefined;

function firstProof(accesses: Accesses, order: Causality, judge: Judge): Id[] | undefined {
  const { steps, chains, processes } = accesses;
  for (const chain of chains.slice(0, processes)) {
    const lastRead = new Map<number, { write: Id; by: Id }>();
    for (const read of chain) {
      const { kind, saw } = steps[read] as Step;
      if (kind === 'write' || saw === nowhere) continue;
      if (saw >= 0) noteRead(lastRead, steps, saw, read);
      const proof = judge({ accesses, order, read, lastRead });
      if (proof !== undefined) return withSources(accesses, [...proof, read]);
    }
  }
  return undefined;
}

/** What each of these reads saw, and where that is older than what was missed, the chain that shows it. */
function withSources({ steps }: Accesses, proof: readonly Id[]): Id[] {
  const [missed, read] = [proof[0] as Id, proof.at(-1) as Id];
  const { saw } = steps[read] as Step;
  const isOlder = saw >= 0 && (steps[missed] as Step).kind === 'write';
  const sources = proof.map((id) => (steps[id] as Step).saw).filter((id) => id >= 0);
  return [...proof, ...sources, ...(isOlder ? shortestChain(steps, new Map(), saw, missed) : [])];
}

function noteRead(lastRead: Map<number, { write: Id; by: Id }>, steps: readonly Step[], write: Id, by: Id): void {
  const { chain, position } = steps[write] as Step;
  const last = lastRead.get(chain)?.write;
  if (last === undefined || (steps[last] as Step).position < position) lastRead.set(chain, { write, by });
}

const judges: Record<SessionGuarantee, Judge> = {
  'read your writes'(moment) {
    const { key, chain, position } = stepOf(moment, moment.read);
    const missed = upTo(moment, 'writes', key, chain, position).find((write) => misses(moment, write));
    return missed === undefined ? undefined : [missed];
  },

  'monotonic reads'(moment) {
    const { key, chain, position, saw } = stepOf(moment, moment.read);
    let same: Id | undefined;
    for (const before of upTo(moment, 'reads', key, chain, position)) {
      const seen = stepOf(moment, before).saw;
      if (seen === nowhere) continue;
      if (seen >= 0 && misses(moment, seen)) return [seen, before];
      if (seen === saw) same ??= before;
      else if (same !== undefined) return [same, before];
    }
    return undefined;
  },

  'monotonic writes'(moment) {
    const { key } = stepOf(moment, moment.read);
    for (const { write, by } of moment.lastRead.values()) {
      const [chain, position] = sessionBefore(moment, write);
      const missed = upTo(moment, 'writes', key, chain, position).find((earlier) => misses(moment, earlier));
      if (missed !== undefined) return [missed, write, by];
    }
    return undefined;
  },

  'writes follow reads'(moment) {
    const { key } = stepOf(moment, moment.read);
    for (const { write, by } of moment.lastRead.values()) {
      const [chain, position] = sessionBefore(moment, write);
      for (const before of upTo(moment, 'reads', key, chain, position)) {
        const seen = stepOf(moment, before).saw;
        if (seen >= 0 && misses(moment, seen)) return [seen, before, write, by];
      }
    }
    return undefined;
  },
};

function misses({ accesses, order, read }: Moment, write: Id): boolean {
  const { saw } = accesses.steps[read] as Step;
  return saw === initially || (saw !== write && order.isBefore(saw, write));
}

/** What a chain reads or writes of `key` before `position`. */
function upTo({ accesses }: Moment, kind: 'reads' | 'writes', key: string, chain: number, position: number): Id[] {
  const all = accesses[kind].get(key)?.get(chain) ?? [];
  return all.filter((id) => (accesses.steps[id] as Step).position < position);
}

/** The session that did `write`, and where in it. A write with unknown outcome stands after what its process did before. */
function sessionBefore(moment: Moment, write: Id): [chain: number, position: number] {
  const { chain, position, before } = stepOf(moment, write);
  if (chain < moment.accesses.processes || before < 0) return [chain, position];
  const last = stepOf(moment, before);
  return [last.chain, last.position + 1];
}

const stepOf = ({ accesses }: Moment, id: Id): Step => accesses.steps[id] as Step;
