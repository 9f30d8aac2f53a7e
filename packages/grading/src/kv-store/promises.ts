/** What clients are promised (§8), as invariants for the explorer: of each turn, with what clients were told before. */
import type { Invariant, Seen } from '@weekend/explorer';
import { type Address, difference } from '@weekend/protocol';
import type { Answer, Index, Raft, RequestId } from '@weekend/raft';

export interface Heard {
  /** What x was when it was last acknowledged. It is written a, b, c, in the order of the alphabet. */
  latest: string;
  /** What x had to be at least when a client asked for it. */
  wanted: Record<Address, string>;
}

export const heard = (latest: string): Heard => ({ latest, wanted: {} });

/** Does not catch a read of another key, nor one that finds what was never committed. */
export const neverOld: Invariant<Raft, Heard> = {
  name: 'Read-only operations: a read returns the results of the writes before it (§8)',
  check(seen, past) {
    const { node, call, state } = seen;
    if (call?.kind === 'message' && isRead(call.message)) past.wanted[call.from] = past.latest;
    for (const { to, answer } of answers(seen)) {
      if (answer.kind === 'written') past.latest = greater(past.latest, valueAt(state, answer.index));
      const wanted = past.wanted[to] ?? '';
      const found = answer.kind === 'read' ? answer.pairs[0]?.value : wanted;
      if ((found ?? '') < wanted)
        return `${to} has asked for x after "${wanted}" was acknowledged, and ${node} answers ${found ?? 'nothing'}; wanted ${wanted}, or what was written later`;
    }
    return undefined;
  },
};

/** Does not catch "unknown" of a write that was done, nor "not-leader": a node that was never asked says that, too. */
export const neverLost: Invariant<Raft, Heard> = {
  name: 'A leader answers for the entries of its own term (§5.3, §8)',
  check(seen) {
    for (const { to, id, answer } of answers(seen))
      if (answer.kind === 'written' && firstCopy(seen, id) === 0)
        return `${seen.node} tells ${to} that its write ${named(id)} was applied at ${answer.index}, and no committed entry is that write; wanted "unknown", or nothing yet`;
    return undefined;
  },
};

/** Does not catch a write that is done twice and answered as the first time. */
export const onceOnly: Invariant<Raft, Heard> = {
  name: 'Exactly-once: a write is answered as it was the first time (§8)',
  check(seen) {
    for (const { to, id, answer } of answers(seen)) {
      const first = firstCopy(seen, id);
      if (answer.kind === 'written' && first > 0 && first !== answer.index)
        return `${seen.node} tells ${to} that its write ${named(id)} was applied at ${answer.index}, and it was applied at ${first} before; wanted the first answer once more`;
    }
    return undefined;
  },
};

/** Does not catch what differs between nodes that are never as far as each other. */
export const sameMachines: Invariant<Raft, Heard> = {
  name: 'State machines are deterministic (§2)',
  check({ state, others }) {
    for (const other of others) {
      if (state?.lastApplied !== other.lastApplied) continue;
      const differed = difference(state.kv.machine, other.kv.machine, 'state.kv.machine');
      if (differed)
        return `${state.me} and ${other.me} have applied the same ${state.lastApplied} entries, and ${differed} differs; wanted equal machines`;
    }
    return undefined;
  },
};

interface Answered {
  to: Address;
  id: RequestId;
  answer: Answer;
}

const answers = ({ sends }: Seen<Raft>): Answered[] =>
  sends.flatMap(({ to, message }) =>
    message.kind === 'Reply' ? [{ to, id: message.id, answer: message.answer }] : [],
  );

const isRead = (message: Raft['Message']): boolean => message.kind === 'Request' && message.ask.kind === 'get';

const named = ({ session, seq }: RequestId): string => `${session}#${seq}`;

const greater = (a: string, b: string): string => (a < b ? b : a);

/** The index of the first committed entry that is this write, as far as the node knows; 0 if none is. */
function firstCopy({ state }: Seen<Raft>, id: RequestId): Index {
  const committed = state?.log.slice(0, state.commitIndex) ?? [];
  return 1 + committed.findIndex(({ command }) => command.kind === 'write' && named(command.id) === named(id));
}

function valueAt(state: Raft['State'] | undefined, index: Index): string {
  const command = state?.log[index - 1]?.command;
  return command?.kind === 'write' && command.write.kind === 'put' ? command.write.value : '';
}
