/**
 * A protocol under inspection: each turn is taken twice on equal copies and the two are compared, and everything that
 * crosses the border is checked to be plain data. This is what catches `Date`, `Math.random`, a variable outside the
 * state, and a `Set` in it. It costs about five times the plain turn; graders use it, clusters do not.
 */
import type { Address, Changes, Protocol, Shape, World } from './contract.ts';
import { copy, difference, notPlain, sharedPart } from './plain-data.ts';
import { isEqual, isPlain } from './quick.ts';
import { type Call, perform, Turn } from './turn.ts';

/** Thrown when a handler breaks the contract itself, whatever the protocol. */
export class BrokenContract extends Error {
  override name = 'BrokenContract';
}

export function inspected<S extends Shape>(protocol: Protocol<S>): Protocol<S> {
  return {
    start: (me, peers, saved, world) => inspect(protocol, undefined, { kind: 'start', me, peers, saved }, world),
    onMessage(state, from, message, world) {
      inspect(protocol, state, { kind: 'message', from, message }, world);
      return undefined;
    },
    onTimer(state, timer, world) {
      inspect(protocol, state, { kind: 'timer', timer }, world);
      return undefined;
    },
  };
}

function inspect<S extends Shape>(
  protocol: Protocol<S>,
  state: S['State'] | undefined,
  call: Call<S>,
  world: World<S>,
): S['State'] {
  const drawn: number[] = [];
  const rehearsal = new Rehearsal<S>(world.now, (options) => {
    const draw = world.choose(Array.from({ length: options }, (_, i) => i));
    drawn.push(draw);
    return draw;
  });
  const rehearsed = perform(protocol, copy(state), copy(call), rehearsal);

  let next = 0;
  const turn = new Turn<S>(world.now, (options) => Math.min(drawn[next++] ?? 0, options - 1));
  const result = perform(protocol, state, call, turn);

  const isNew = call.kind === 'start';
  if (isNew || !isPlain(result) || !isEqual(rehearsed, result) || !isEqual(effects(rehearsal), effects(turn)))
    explain(call.kind, [rehearsed, rehearsal], [result, turn]);

  for (const changes of turn.saves) world.save(changes);
  for (const { to, message } of turn.sends) world.send(to, message);
  for (const { timer, range } of turn.timers)
    if (range) world.setTimer(timer, range.min, range.max);
    else world.clearTimer(timer);
  return result;
}

/** Looks at what is sent and saved before a copy could hide that it is not plain. */
class Rehearsal<S extends Shape> extends Turn<S> {
  override save(changes: Changes<S['Durable']>): void {
    if (!isPlain(changes)) refuse(notPlain(changes, 'save'));
    super.save(changes);
  }

  override send(to: Address, message: S['Message']): void {
    if (!isPlain(message)) refuse(notPlain(message, 'message'));
    super.send(to, message);
  }
}

type Taken<S extends Shape> = [state: S['State'], effects: Turn<S>];

/** Throws, with a sentence about what is wrong, unless the two were equal after all. */
function explain<S extends Shape>(kind: string, [rehearsed, rehearsal]: Taken<S>, [result, turn]: Taken<S>): void {
  refuse(notPlain(result, 'state'));
  const differed = difference(rehearsed, result, 'state') ?? difference(effects(rehearsal), effects(turn), 'world');
  if (!differed) return;
  refuse(sharedPart(result, 'state'));
  throw new BrokenContract(
    `your handler is not deterministic: called twice with the same ${kind}, ${differed} differed`,
  );
}

function refuse(offender: string | undefined): void {
  if (offender) throw new BrokenContract(`your state and messages must be plain data: ${offender}`);
}

function effects<S extends Shape>({ saves, sends, timers }: Turn<S>) {
  return { save: saves, send: sends, timer: timers };
}
