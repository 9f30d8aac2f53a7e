/** Three replicas, of which each client asks one, and all orders in which their updates can come: late, never, and again. */
import {
  type Causal,
  type CausalState,
  type Consistency,
  causalNode,
  type Key,
  tellCausal,
} from '@weekend/consistency';
import type { Injection, Invariant } from '@weekend/explorer';
import { type Address, copy, type Protocol, perform, Turn } from '@weekend/protocol';
import { tell } from '@weekend/transcript';
import { everyOrder } from '../exhaustive.ts';
import type { Broken } from '../suite.ts';
import { StageThrew } from '../thrown.ts';
import { askedOnce } from './asked-once.ts';
import { type Handler, three, written } from './scenes.ts';

/** First a write, and two by somebody who may know of it. Then two writes of one key, of whose updates one comes again. */
export const everyCausalOrder = (stage: Consistency, needed: readonly Handler[]): Broken | undefined =>
  search(stage, needed, [write('c1', 'n1', 'a'), write('c2', 'n2', 'b'), write('c3', 'n2', 'c')], 0) ??
  search(stage, needed, [write('c1', 'n1', 'a'), write('c2', 'n2', 'c')], 1);

function search(
  stage: Consistency,
  needed: readonly Handler[],
  writes: readonly Write[],
  duplications: number,
): Broken | undefined {
  const node = causalNode(written(stage, needed));
  const clients = writes.map(({ from }) => from);
  const values = writes.map(({ message }) => message.value);
  return everyOrder<Causal, Past>(
    {
      nodes: Object.fromEntries(three.map((name) => [name, askedOnce(node, clients)])),
      // What comes again and again may be kept again and again: then there is no end of states.
      network: { kind: 'bag', duplications },
      mootMail: 'kept',
      injections: writes,
      past: { causes: {}, shown: {}, came: {}, end: null },
      invariants: [causality(node), convergence(node, values)],
    },
    (trace) => tell(trace, tellCausal, { lines: 19 }),
  );
}

type Write = Injection<Causal> & { message: { value: string } };

const keyOf: Readonly<Record<string, Key>> = { a: 'x', b: 'y', c: 'x' };
const keys = ['x', 'y'];

const write = (from: Address, to: Address, value: string): Write => ({
  from,
  to,
  message: { kind: 'Put', id: 1, key: keyOf[value] as Key, value, after: {} },
});

interface Past {
  /** For each value, those that its writer knew of. */
  causes: Record<string, string[]>;
  /** What each replica has shown when it was last looked at. */
  shown: Record<Address, Shown>;
  /** The values that have come to a replica, its own among them. */
  came: Record<Address, string[]>;
  /** What the first replica shows to which everything has come. */
  end: { node: Address; shown: Shown } | null;
}

type Shown = Record<Key, string | null>;

/** Does not catch a cause that its writer had applied and did not show, since a newer value stood there. */
const causality = (node: Protocol<Causal>): Invariant<Causal, Past> => ({
  name: 'Causal delivery: no effect before its cause, and each update once',
  check({ node: me, call, state }, past) {
    if (!state) return undefined;
    const before = past.shown[me] ?? {};
    const came = (past.came[me] ??= []);
    if (call?.kind === 'message' && call.message.kind === 'Put' && call.message.value !== null) {
      past.causes[call.message.value] = withCauses(before, past);
      add(came, call.message.value);
    }
    if (call?.kind === 'message' && call.message.kind === 'Update') add(came, call.message.version?.value);
    const shown = shownBy(node, state);
    past.shown[me] = shown;
    return takesBack(me, before, shown, past) ?? lacksACause(me, shown, past);
  },
});

function takesBack(me: Address, before: Shown, shown: Shown, { causes }: Past): string | undefined {
  for (const key of keys) {
    const was = before[key];
    const is = shown[key];
    if (was && is !== undefined && is !== was && (is === null || causes[was]?.includes(is)))
      return `${me} has shown ${key}=${was} and now shows ${key}=${is ?? 'nothing'}, which is older; wanted each update to count once, and in its turn`;
  }
  return undefined;
}

function lacksACause(me: Address, shown: Shown, { causes }: Past): string | undefined {
  for (const effect of Object.values(shown))
    for (const cause of causes[effect ?? ''] ?? []) {
      const key = keyOf[cause] as Key;
      const is = shown[key];
      if (is === null || (is !== undefined && causes[cause]?.includes(is)))
        return `${me} shows "${effect}", which was written where ${key}=${cause} was known, and ${me} shows ${key}=${is ?? 'nothing'}; wanted the effect to wait for its cause`;
    }
  return undefined;
}

/** Does not catch who shows nothing new before everything has come. */
const convergence = (node: Protocol<Causal>, values: readonly string[]): Invariant<Causal, Past> => ({
  name: 'Convergence: replicas to which the same updates have come show the same',
  check({ node: me, state }, past) {
    if (!state || !values.every((value) => past.came[me]?.includes(value))) return undefined;
    const shown = shownBy(node, state);
    past.end ??= { node: me, shown };
    for (const key of keys) {
      const is = shown[key] ?? null;
      const newer = values.find((value) => keyOf[value] === key && (is === null || past.causes[value]?.includes(is)));
      if (newer !== undefined)
        return `every update has come to ${me}, and it shows ${key}=${is ?? 'nothing'}; wanted ${newer}, which was written later`;
      if (is !== past.end.shown[key])
        return `every update has come to ${me} and to ${past.end.node}, and they show ${key}=${is} and ${key}=${past.end.shown[key]}; wanted all copies to agree`;
    }
    return undefined;
  },
});

function withCauses(shown: Shown, { causes }: Past): string[] {
  const known: string[] = [];
  for (const value of Object.values(shown))
    if (value !== null) for (const each of [value, ...(causes[value] ?? [])]) add(known, each);
  return known;
}

/** Sorted, so that equal sets are equal. */
function add(known: string[], value: string | null | undefined): void {
  if (typeof value !== 'string' || known.includes(value)) return;
  known.push(value);
  known.sort();
}

/** What it would answer to somebody who asked now. */
function shownBy(node: Protocol<Causal>, state: CausalState): Shown {
  const shown: Shown = {};
  for (const key of keys) {
    const turn = new Turn<Causal>(0, () => 0);
    try {
      const call = { kind: 'message', from: 'somebody', message: { kind: 'Get', id: 1, key, after: {} } } as const;
      perform(node, copy(state), call, turn);
    } catch (error) {
      throw new StageThrew(error);
    }
    const [reply] = turn.sends.map(({ message }) => message);
    if (reply?.kind === 'Reply' && (reply.value === null || typeof reply.value === 'string')) shown[key] = reply.value;
  }
  return shown;
}
