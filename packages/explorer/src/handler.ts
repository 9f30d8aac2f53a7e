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
import { canonical, reordered } from './canonical.ts';
import { now } from './question.ts';

/** What a handler did. */
export interface Outcome<S extends Shape> {
  state: S['State'];
  saves: readonly Changes<S['Durable']>[];
  sends: readonly Sent<S>[];
  /** The same as canonical texts. */
  texts: { state: string; saves: readonly string[]; messages: readonly string[] };
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
  const first = attempt(asked, live ?? copy(asked.state), copy(asked.call));
  const second = attempt(asked, reordered(asked.state), reordered(asked.call));
  if (describe(first) === describe(second)) return outcomeOf(first);
  const third = attempt(asked, copy(asked.state), copy(asked.call));
  throw new BrokenContract(whatDiffers(asked.call.kind, describe(first), describe(second), describe(third), !!live));
}

/** The same event again, later: what it did, in words to compare. */
export const again = <S extends Shape>(asked: Asked<S>): string =>
  describe(attempt(asked, reordered(asked.state), reordered(asked.call)));

/** In words to compare: the order in which messages leave says nothing, since none has to arrive in it. */
export function describe<S extends Shape>(attempted: Attempt<S>): string {
  if ('error' in attempted) return `threw ${messageOf(attempted.error)}`;
  const { texts, sends, timers, options } = attempted;
  const letters = sends.map(({ to }, i) => `${to} ${texts.messages[i]}`).sort();
  return [texts.state, ...texts.saves, ...letters, JSON.stringify(timers), options].join('\n');
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export type Attempt<S extends Shape> = Outcome<S> | { error: unknown };

function attempt<S extends Shape>(asked: Asked<S>, state: S['State'] | undefined, call: Call<S>): Attempt<S> {
  const options: number[] = [];
  const turn = new Watched<S>(now, (count) => Math.min(asked.choices[options.push(count) - 1] ?? 0, count - 1));
  try {
    const after = perform(asked.protocol, state, call, turn);
    const texts = { state: canonical(after, 'state'), saves: turn.saveTexts, messages: turn.messageTexts };
    for (const { to, message } of turn.sends)
      if (!asked.reachable(to))
        throw new RangeError(`Cannot send ${message.kind} to ${to}: nobody there has spoken to this node`);
    return { state: after, saves: turn.saves, sends: turn.sends, texts, timers: lastOfEach(turn.timers), options };
  } catch (error) {
    return { error };
  }
}

function outcomeOf<S extends Shape>(attempted: Attempt<S>): Outcome<S> {
  if ('error' in attempted) throw attempted.error;
  return attempted;
}

/** Looks at what is saved and sent before a copy could hide that it is not plain. */
class Watched<S extends Shape> extends Turn<S> {
  readonly saveTexts: string[] = [];
  readonly messageTexts: string[] = [];

  override save(changes: Changes<S['Durable']>): void {
    this.saveTexts.push(canonical(changes, 'save'));
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

function whatDiffers(kind: string, first: string, second: string, third: string, wasLive: boolean): string {
  const attempted = `called twice with the same ${kind}`;
  if (third === first)
    return `your handler depends on the order of an object’s keys: ${attempted} and the keys in another order, it did something else`;
  if (third === second && wasLive)
    return `your state holds one object in two places, or one that something outside the state holds as well: ${attempted}, once on a copy, it did something else`;
  return `your handler is not deterministic: ${attempted}, it did something else`;
}
