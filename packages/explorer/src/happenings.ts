/** All that can happen to a node at a local, given what is on its way to it: in one place, for all who ask. */
import type { Address, Shape } from '@weekend/protocol';
import type { Armed } from './armed.ts';
import type { Locals } from './locals.ts';
import type { Mail } from './mail.ts';
import { crash, free, injection, loss, type Purse, repetition } from './purse.ts';
import type { Setting } from './question.ts';
import type { CrashPoint, Steps } from './steps.ts';
import type { Turns, TurnTaken } from './turns.ts';

/** Instead of the local that something leads to: the turn went wrong, or leads out of what is looked at. */
export const wrong = -1;
export const outside = -2;

export interface Happening {
  /** Or `wrong`, or `outside`. */
  local: number;
  /** Of which packet one copy is gone, and of which there is one more. */
  taken?: number;
  added?: number;
  step: number;
  price: number;
  /** Packets that leave. */
  sends: readonly number[];
}

export class Happenings<S extends Shape> {
  readonly #parts: Parts<S>;
  /** For each injection and node, the packet. */
  readonly #injected: number[] = [];

  constructor(parts: Parts<S>) {
    this.#parts = parts;
  }

  /** What needs no message: a boot, a timer, a word from outside, a crash. */
  byItself(local: number): Happening[] {
    const { locals, turns, armed, purse, steps } = this.#parts;
    const node = locals.node(local);
    if (!locals.isUp(local)) return turns.boot(node, locals.disk(local)).flatMap((turn) => this.#turn(local, turn));
    const state = locals.state(local);
    const all = armed
      .ready(locals.timers(local))
      .flatMap((timer) => turns.fire(state, timer).flatMap((turn) => this.#turn(local, turn)));
    all.push(...this.#injections(local));
    if (purse.allows(crash))
      all.push({
        local: locals.down(node, locals.disk(local)),
        step: steps.crash(node),
        price: purse.price([crash]),
        sends: [],
      });
    return all;
  }

  /** What comes of a message that is on its way. */
  by(local: number, packet: number): Happening[] {
    const { locals, turns, mail } = this.#parts;
    const delivered = locals.isUp(local)
      ? turns.deliver(locals.state(local), packet).flatMap((turn) => this.#turn(local, turn, packet))
      : [];
    return mail.isBag ? [...delivered, ...this.#mishaps(local, packet)] : delivered;
  }

  #injections(local: number): Happening[] {
    const { setting, turns, mail, locals } = this.#parts;
    const me = turns.cluster[locals.node(local)] as Address;
    return (setting.injections ?? []).flatMap(({ from, to = me, message }, place) => {
      if (to !== me) return [];
      const packet = (this.#injected[place * turns.cluster.length + locals.node(local)] ??= mail.packet(
        from,
        me,
        message,
      ));
      const delivered = turns.deliver(locals.state(local), packet);
      return delivered.flatMap((turn) => this.#turn(local, turn, undefined, injection(place)));
    });
  }

  #mishaps(local: number, packet: number): Happening[] {
    const { purse, steps } = this.#parts;
    const all: Happening[] = [];
    const base = { local, sends: [] };
    if (purse.allows(loss))
      all.push({ ...base, taken: packet, step: steps.mishap('lose', packet), price: purse.price([loss]) });
    if (purse.allows(repetition))
      all.push({ ...base, added: packet, step: steps.mishap('repeat', packet), price: purse.price([repetition]) });
    return all;
  }

  /** A turn as it should be, and with a crash at each point inside it at which a crash makes a difference of its own. */
  #turn(local: number, turn: TurnTaken<S>, taken?: number, cost?: number): Happening[] {
    const { locals, steps, purse, mail } = this.#parts;
    const costs = cost === undefined ? [] : [cost];
    const injected = cost !== undefined;
    const base = { ...(mail.isBag && taken !== undefined && { taken }), price: purse.price(costs), sends: turn.sends };
    const reaction = locals.react(local, turn);
    if (reaction.kind === 'problem')
      return [{ ...base, local: wrong, step: steps.turn(turn, injected, undefined, reaction.problem) }];
    if (reaction.kind === 'outside') return [{ ...base, local: outside, step: steps.turn(turn, injected) }];
    const changesNothing = reaction.local === local && turn.sends.length === 0;
    if (changesNothing && base.price === free && !('taken' in base)) return [];
    const whole = { ...base, local: reaction.local, step: steps.turn(turn, injected) };
    if (!purse.allows(crash)) return [whole];
    const price = purse.price([...costs, crash]);
    const crashes = this.#crashPoints(local, turn, reaction.local).map(([down, point]) => ({
      ...base,
      local: down,
      step: steps.turn(turn, injected, point),
      price,
      sends: turn.sends.slice(0, turn.sends.length - point.unsent),
    }));
    return [whole, ...crashes];
  }

  /** After the last send, it is the crash that can come after the turn. */
  #crashPoints(before: number, { node, saves, sends, occasion }: TurnTaken<S>, after: number): [number, CrashPoint][] {
    const { locals, mail } = this.#parts;
    const points: [number, CrashPoint][] = [];
    // Of a set nothing was taken, so before the save it is the crash that can come before the turn.
    if (mail.isBag && occasion.kind === 'message')
      points.push([locals.down(node, locals.disk(before)), { unsaved: saves.length, unsent: sends.length }]);
    for (let sent = saves.length > 0 ? 0 : 1; sent < sends.length; sent++)
      points.push([locals.down(node, locals.disk(after)), { unsaved: 0, unsent: sends.length - sent }]);
    return points;
  }
}

interface Parts<S extends Shape> {
  setting: Setting<S>;
  turns: Turns<S>;
  locals: Locals<S>;
  armed: Armed<S>;
  mail: Mail<S>;
  purse: Purse<S>;
  steps: Steps<S>;
}
