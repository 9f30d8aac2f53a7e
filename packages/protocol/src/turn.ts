/**
 * One turn: a handler called once, and what it asked for, held back until it returns. Every runtime takes its turns
 * through this file, so "nothing happens until the handler returns" is written down once.
 */
import type { Address, Changes, Millis, Protocol, Shape, World } from './contract.ts';
import { copy } from './plain-data.ts';

/** What a node is called for. */
export type Call<S extends Shape> =
  | { kind: 'start'; me: Address; peers: readonly Address[]; saved: Partial<S['Durable']> }
  | { kind: 'message'; from: Address; message: S['Message'] }
  | { kind: 'timer'; timer: S['Timer'] };

export interface Sent<S extends Shape> {
  to: Address;
  message: S['Message'];
}

/** `range` is absent for a timer that was cleared. */
export interface TimerChange<S extends Shape> {
  timer: S['Timer'];
  range?: { min: Millis; max: Millis };
}

/** A `World` that only takes notes. Copies what it is given, so a handler may go on changing it. */
export class Turn<S extends Shape> implements World<S> {
  readonly saves: Changes<S['Durable']>[] = [];
  readonly sends: Sent<S>[] = [];
  readonly timers: TimerChange<S>[] = [];
  readonly now: Millis;
  readonly #draw: (options: number) => number;

  /** `draw(n)` answers a whole number from 0 to n-1: the runtime's dice. */
  constructor(now: Millis, draw: (options: number) => number) {
    this.now = now;
    this.#draw = draw;
  }

  save(changes: Changes<S['Durable']>): void {
    this.saves.push(copy(changes));
  }

  send(to: Address, message: S['Message']): void {
    this.sends.push({ to, message: copy(message) });
  }

  setTimer(timer: S['Timer'], min: Millis, max: Millis = min): void {
    if (!(min >= 0 && max >= min && Number.isFinite(max)))
      throw new RangeError(`Cannot set timer ${timer}: wanted 0 ≤ min ≤ max, got ${min} and ${max}`);
    this.timers.push({ timer, range: { min, max } });
  }

  clearTimer(timer: S['Timer']): void {
    this.timers.push({ timer });
  }

  choose<T>(options: readonly T[]): T {
    if (options.length === 0) throw new RangeError('Cannot choose: there are no options');
    return options[this.#draw(options.length)] as T;
  }
}

/**
 * Calls the handler that `call` is for and returns the node's state: a new one for `start`, the given one otherwise.
 * Throws what the handler throws; then nothing that `world` noted counts.
 */
export function perform<S extends Shape>(
  protocol: Protocol<S>,
  state: S['State'] | undefined,
  call: Call<S>,
  world: World<S>,
): S['State'] {
  if (call.kind === 'start') return protocol.start(call.me, call.peers, call.saved, world);
  if (state === undefined) throw new Error(`Cannot handle a ${call.kind}: the node has not started`);
  const returned: unknown =
    call.kind === 'message'
      ? protocol.onMessage(state, call.from, call.message, world)
      : protocol.onTimer(state, call.timer, world);
  if (returned !== undefined) throw new TypeError(nothingWanted(call.kind, returned));
  return state;
}

function nothingWanted(kind: 'message' | 'timer', returned: unknown): string {
  const handler = kind === 'message' ? 'onMessage' : 'onTimer';
  return returned instanceof Promise
    ? `${handler} returned a promise: a handler must be done when it returns, so it can not be async`
    : `${handler} returned ${typeof returned === 'object' ? 'an object' : String(returned)}: a handler returns nothing; change the state in place`;
}
