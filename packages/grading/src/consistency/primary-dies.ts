/** A primary that may die at any point, even between two messages that it sends in one turn, and its backup. */
import { type Completion, type History, type KvInput, type KvOutput, linearizable } from '@weekend/checkers';
import { type Consistency, type PrimaryBackup, primaryNode, tellPrimary, type Value } from '@weekend/consistency';
import type { Cluster, Injection, Invariant, Network } from '@weekend/explorer';
import { type Address, type Protocol, perform, Turn } from '@weekend/protocol';
import { tell } from '@weekend/transcript';
import { everyOrder } from '../exhaustive.ts';
import { Refuted } from '../refuted.ts';
import type { Broken } from '../suite.ts';
import { type Asked, askedOnce } from './asked-once.ts';
import { holds, model } from './judged.ts';
import { type Handler, two, written } from './scenes.ts';

const operator = 'operator';

const ask = (from: Address, to: Address, value?: string): Injection<PrimaryBackup> => ({
  from,
  to,
  message: value === undefined ? { kind: 'Get', id: 1, key: 'x' } : { kind: 'Put', id: 1, key: 'x', value },
});

const takesOver: Injection<PrimaryBackup> = {
  from: operator,
  to: 'n2',
  message: { kind: 'View', number: 2, primary: 'n2', backup: null },
};

/** First one writes and one reads at n1, and later the same at n2. Then two write at n1, and somebody reads at n2. */
export const primaryDies = (stage: Consistency, needed: readonly Handler[]): Broken | undefined =>
  search(stage, needed, [ask('c1', 'n1', 'a'), ask('c2', 'n1'), ask('c3', 'n2', 'b'), ask('c4', 'n2')], 'set') ??
  search(stage, needed, [ask('c1', 'n1', 'a'), ask('c2', 'n1', 'b'), ask('c3', 'n2')], { kind: 'bag' });

function search(
  stage: Consistency,
  needed: readonly Handler[],
  asks: readonly Injection<PrimaryBackup>[],
  network: Network,
): Broken | undefined {
  const node = primaryNode(written(stage, needed));
  const injections = [...asks, takesOver];
  const once = askedOnce(
    node,
    injections.map(({ from }) => from),
  );
  return everyOrder<PrimaryBackup, Past>(
    {
      nodes: { n1: mortal(once), n2: once },
      start: { nodes: Object.fromEntries(two.map((me) => [me, { state: booted(node, me) }])) },
      injections,
      network,
      mootMail: 'kept',
      crashes: 1,
      prune: cannotBe,
      past: { operations: [], completed: 0 },
      invariants: [linearizability],
    },
    (trace) => tell(trace, tellPrimary, { lines: 19 }),
  );
}

function booted(node: Protocol<PrimaryBackup>, me: Address): PrimaryBackup['State'] {
  const peers = two.filter((each) => each !== me);
  const turn = new Turn<PrimaryBackup>(0, () => 0);
  return perform(node, undefined, { kind: 'start', me, peers, saved: {} }, turn);
}

/** The dead one never comes back: if it boots, it says nothing, and what may come then is not looked at. */
const mortal = (node: Protocol<PrimaryBackup>): Protocol<PrimaryBackup> => ({
  start: (me, peers, saved, world) => ({ ...node.start(me, peers, saved, world), ...gone }),
  onMessage: (state, from, message, world) =>
    state.me === gone.me ? undefined : node.onMessage(state, from, message, world),
  onTimer: node.onTimer,
});

const gone = { me: 'n1, which is dead' };

/** Nor what comes where the backup dies instead, or where the operator believes the primary to be dead that is not. */
function cannotBe({ n1, n2 }: Cluster<PrimaryBackup>): boolean {
  const isReplaced = (n2 as Asked | undefined)?.askers?.includes(operator) ?? false;
  return !n2 || n1?.me === gone.me || (n1 !== undefined && isReplaced);
}

interface Past {
  /** What clients have asked, sorted by who: the order in which they asked says nothing, unless one was answered before. */
  operations: { client: Address; value?: Value; call: number; completion: Completion<KvOutput> }[];
  /** How many have been answered, by which time is counted. */
  completed: number;
}

const linearizability: Invariant<PrimaryBackup, Past> = {
  name: 'Linearizability: a write that is acknowledged, or that anybody has read, survives the primary',
  check({ call, sends }, past) {
    const { operations } = past;
    if (call?.kind === 'message' && (call.message.kind === 'Get' || call.message.kind === 'Put'))
      operations.push({
        client: call.from,
        ...(call.message.kind === 'Put' && { value: call.message.value }),
        call: 2 * past.completed,
        completion: { kind: 'info' },
      });
    operations.sort((a, b) => (a.client < b.client ? -1 : 1));
    for (const { to, message } of sends) {
      const operation = operations.find(({ client }) => client === to);
      if (operation?.completion.kind !== 'info') continue;
      if (message.kind === 'Refused') operation.completion = { kind: 'fail' };
      if (message.kind !== 'Reply') continue;
      const output = operation.value === undefined ? message.value : null;
      operation.completion = { kind: 'ok', at: 2 * past.completed + 1, output };
      past.completed += 1;
    }
    return broken(operations);
  },
};

function broken(operations: Past['operations']): string | undefined {
  const history: History<KvInput, KvOutput> = operations.map(({ client, value, ...rest }) => ({
    process: client,
    input: typeof value === 'string' ? { kind: 'put', key: 'x', value } : { kind: 'get', key: 'x' },
    ...rest,
  }));
  try {
    holds(linearizable(history, model), '');
    return undefined;
  } catch (error) {
    if (error instanceof Refuted) return error.message;
    throw error;
  }
}
