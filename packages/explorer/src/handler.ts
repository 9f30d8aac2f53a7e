/**
 * A handler called for one event: twice, on equal data whose keys stand in different orders, first on the very object
 * that the turn before has left behind. What differs then is no protocol: it looks at a clock, at dice of its own, at a
 * variable outside the state, or at the order of keys.
 */
import {
  type Address,
  BrokenContract,
  type Call,
  type Changes,
  copy,
  type Protocol,
  perform,
  type Sent,
  type Shape,
  type TimerChange,
  Turn,
} from '@weekend/protocol';
import { canonical, isEqual, reordered } from './canonical.ts';
import { now } from './question.ts';

/** What a handler did. */
export interface Outcome<S extends Shape> {
  state: S['State'];
  saves: readonly Changes<S['Durable']>[];
  sends: readonly Sent<S>[];
  /** The state once more, as another call has left it. */
  twin: S['State'];
  /** As canonical texts: the state, and each message. */
  texts: { state: string; messages: readonly string[] };
  /** The last change for each timer. */
  timers: readonly TimerChange<S>[];
  /** From how many options it chose, each time. */
  options: readonly number[];
}

export interface Asked<S extends Shape> {
  protocol: Protocol<S>;
  /** Frozen; nothing for a node that boots. */
  state: S['State'] | undefined;
  /** Frozen. */
  call: Call<S>;
  /** What it chooses: the first option, where this ends. */
  choices: readonly number[];
  /** To whom it may send. */
  reachable: (to: Address) => boolean;
}

/** Throws what the handler throws, and `BrokenContract`. `live` is an object equal to the state that may be used up. */
export function observe<S extends Shape>(asked: Asked<S>, live: S['State'] | undefined): Outcome<S> {
  const turn = new Watched<S>(asked.choices);
  const first = attempt(asked, live ?? copy(asked.state), copy(asked.call), turn);
  if (first.error instanceof BrokenContract) throw first.error;
  // Before anything is compared: what is not plain might look equal.
  const state = first.error === undefined ? canonical(first.state, 'state') : '';
  const second = again(asked);
  if (!isSame(first, second)) throw new BrokenContract(whatDiffers(asked, first, second, live !== undefined));
  if (first.error !== undefined) throw first.error;
  return { ...first, texts: { state, messages: turn.messageTexts }, twin: second.state };
}

/** The same event once more, with the keys of all data in another order. */
export const again = <S extends Shape>(asked: Asked<S>): Attempt<S> =>
  attempt(asked, reordered(asked.state), reordered(asked.call), new Scripted<S>(asked.choices));

/** The order in which messages leave says nothing, since none has to arrive in it. */
export function isSame<S extends Shape>(a: Attempt<S>, b: Attempt<S>): boolean {
  if (a.error !== undefined || b.error !== undefined) return messageOf(a.error) === messageOf(b.error);
  return (
    isEqual([a.state, a.saves, a.timers, a.options], [b.state, b.saves, b.timers, b.options]) &&
    (isEqual(a.sends, b.sends) || isEqual(inOrder(a.sends), inOrder(b.sends)))
  );
}

const inOrder = (sends: readonly unknown[]): string[] => sends.map((sent) => canonical(sent, 'message')).sort();

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What a handler did, or what it threw: then the rest means nothing. */
export interface Attempt<S extends Shape> extends Omit<Outcome<S>, 'texts' | 'twin'> {
  error?: unknown;
}

function attempt<S extends Shape>(
  asked: Asked<S>,
  before: S['State'] | undefined,
  call: Call<S>,
  turn: Scripted<S>,
): Attempt<S> {
  const { options } = turn;
  try {
    const state = perform(asked.protocol, before, call, turn);
    for (const { to, message } of turn.sends)
      if (!asked.reachable(to))
        throw new RangeError(`Cannot send ${message.kind} to ${to}: nobody there has spoken to this node`);
    return { state, saves: turn.saves, sends: turn.sends, timers: lastOfEach(turn.timers), options };
  } catch (error) {
    return { state: {}, saves: [], sends: [], timers: [], options, error: error ?? new Error(`threw ${error}`) };
  }
}

/** Chooses what it is told to: the first option, where that ends. */
class Scripted<S extends Shape> extends Turn<S> {
  readonly options: readonly number[];

  constructor(choices: readonly number[]) {
    const options: number[] = [];
    super(now, (count) => Math.min(choices[options.push(count) - 1] ?? 0, count - 1));
    this.options = options;
  }
}

/** Looks at what is saved and sent before a copy could hide that it is not plain. */
class Watched<S extends Shape> extends Scripted<S> {
  readonly messageTexts: string[] = [];

  override save(changes: Changes<S['Durable']>): void {
    canonical(changes, 'save');
    super.save(changes);
  }

  override send(to: Address, message: S['Message']): void {
    this.messageTexts.push(canonical(message, 'message'));
    super.send(to, message);
  }
}

function lastOfEach<S extends Shape>(changes: readonly TimerChange<S>[]): TimerChange<S>[] {
  const last = new Map<string, TimerChange<S>>();
  for (const change of changes) last.set(change.timer, change);
  return [...last.values()].sort((a, b) => (a.timer < b.timer ? -1 : 1));
}

function whatDiffers<S extends Shape>(
  asked: Asked<S>,
  first: Attempt<S>,
  second: Attempt<S>,
  wasLive: boolean,
): string {
  const third = attempt(asked, copy(asked.state), copy(asked.call), new Scripted<S>(asked.choices));
  const attempted = `called twice with the same ${asked.call.kind}`;
  if (isSame(third, first))
    return `your handler depends on the order of an object’s keys: ${attempted} and the keys in another order, it did something else`;
  if (isSame(third, second) && wasLive)
    return `your state holds one object in two places, or one that something outside the state holds as well, or your handler looks at a clock: ${attempted}, once on a copy, it did something else`;
  return `your handler is not deterministic: ${attempted}, it did something else`;
}
