/**
 * The clients of a replication scene, in the place of the key-value stage: what is asked for is proposed, and what is
 * applied is written down, one line for each entry, to be compared with the log afterwards.
 */
import { copy, difference } from '@weekend/protocol';
import { type Command, type Index, type KeyValue, noClients, type Request, type State } from '@weekend/raft';

/** What this grader's key-value stage adds to a node's state. */
interface Kept extends State {
  applied?: { index: Index; command: Command }[];
  /** What `onCommand` has answered last. */
  answered?: Index | null;
}

export const ledger: KeyValue = {
  ...noClients,

  onRequest(state: Kept, _from, { id, ask }, _world, propose) {
    if (ask.kind !== 'put') return;
    state.answered = propose({ kind: 'write', id, write: ask }) ?? null;
  },

  apply(state: Kept, { command }, index) {
    (state.applied ??= []).push({ index, command: copy(command) });
  },
};

/** A client asks for `value` to be written. */
export const asking = (value: string): Request => ({
  kind: 'Request',
  id: { session: null, seq: 1 },
  ask: { kind: 'put', key: 'x', value, flags: 0 },
});

/** What an entry says that a client has asked for, if one has. */
export const valueIn = (command: Command): string | undefined =>
  command.kind === 'write' && command.write.kind === 'put' ? command.write.value : undefined;

export const answered = (state: State): Index | null => (state as Kept).answered ?? null;

/** What is wrong with what a node has applied so far: nothing, if it is the committed log, each entry once and in order. */
export function wronglyApplied(state: State, from = 0): string | undefined {
  const { me, log, commitIndex, applied = [] } = state as Kept;
  for (let i = from; i < Math.max(applied.length, commitIndex); i++) {
    const line = applied[i];
    const what = `${me} has committed up to index ${commitIndex}`;
    if (line === undefined)
      return `${what} and applied ${i} entries; wanted each committed entry to be applied: raftNode does that, and counts in lastApplied`;
    if (line.index !== i + 1 || line.index > commitIndex)
      return `${what}, and the entry that it applied as number ${i + 1} is ${line.index}; wanted each committed entry once, in the order of the log`;
    if (difference(line.command, log[i]?.command, 'command'))
      return `${me} has applied an entry at index ${i + 1}, and its log says something else there now; wanted what is applied to stay`;
  }
  return undefined;
}

/** How many entries a node has applied. */
export const appliedBy = (state: State): number => (state as Kept).applied?.length ?? 0;
