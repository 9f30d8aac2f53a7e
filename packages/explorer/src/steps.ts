/** What can happen in one step, each kept once and by its number: for the story, and for those who watch. */
import type { Shape } from '@weekend/protocol';
import { Texts } from './tables.ts';
import type { Problem, TurnTaken } from './turns.ts';

export type Step<S extends Shape> =
  | {
      readonly kind: 'turn';
      readonly node: number;
      readonly turn: TurnTaken<S>;
      /** Its message came from outside in this step. */
      readonly injected: boolean;
      /** Where in the turn the node crashed, if it did. */
      readonly crash: CrashPoint | undefined;
      readonly problem: Problem | undefined;
    }
  | { readonly kind: 'crash'; readonly node: number }
  | { readonly kind: 'lose' | 'repeat'; readonly packet: number }
  /** A node that does not boot, since its state at the start is given. */
  | { readonly kind: 'given'; readonly node: number; readonly state: number };

/** What did not reach the disk and the network. */
export interface CrashPoint {
  readonly unsaved: number;
  readonly unsent: number;
}

export class Steps<S extends Shape> {
  readonly #texts = new Texts();
  readonly #steps: Step<S>[] = [];

  at(step: number): Step<S> {
    return this.#steps[step] as Step<S>;
  }

  turn(turn: TurnTaken<S>, injected: boolean, crash?: CrashPoint, problem?: Problem): number {
    const point = crash ? `${crash.unsaved} ${crash.unsent}` : '';
    const key = `turn ${turn.number} ${injected} ${point} ${problem?.message ?? ''}`;
    return this.#number(key, { kind: 'turn', node: turn.node, turn, injected, crash, problem });
  }

  crash(node: number): number {
    return this.#number(`crash ${node}`, { kind: 'crash', node });
  }

  mishap(kind: 'lose' | 'repeat', packet: number): number {
    return this.#number(`${kind} ${packet}`, { kind, packet });
  }

  given(node: number, state: number): number {
    return this.#number(`given ${state}`, { kind: 'given', node, state });
  }

  get bytes(): number {
    return this.#texts.bytes + this.#steps.length * 100;
  }

  #number(key: string, step: Step<S>): number {
    const number = this.#texts.numberOf(key);
    if (number === this.#steps.length) this.#steps.push(step);
    return number;
  }
}
