/** A local is what a node itself is at: what it knows, its disk, its timers. And what a turn makes of it. */
import type { Shape } from '@weekend/protocol';
import { type Armed, idle } from './armed.ts';
import { messageOf } from './handler.ts';
import type { Disks, Knowledge } from './knowledge.ts';
import type { Setting } from './question.ts';
import { Numbers, Pairs } from './tables.ts';
import type { Problem, TurnTaken } from './turns.ts';

/** What a turn leads to: a local, or a problem, or out of what is looked at. */
export type Reaction = { kind: 'local'; local: number } | { kind: 'outside' } | { kind: 'problem'; problem: Problem };

export class Locals<S extends Shape> {
  readonly #parts: Parts<S>;
  readonly #first = new Pairs();
  readonly #second = new Pairs();
  readonly #states = new Numbers();
  readonly #disks = new Numbers();
  readonly #timers = new Numbers();
  readonly #isWithin = new Map<number, boolean>();

  constructor(parts: Parts<S>) {
    this.#parts = parts;
  }

  number(state: number, disk: number, timers: number): number {
    const number = this.#second.numberOf(this.#first.numberOf(state, disk), timers);
    if (number === this.#states.length) {
      this.#states.push(state);
      this.#disks.push(disk);
      this.#timers.push(timers);
    }
    return number;
  }

  get size(): number {
    return this.#states.length;
  }

  state(local: number): number {
    return this.#states.at(local);
  }

  disk(local: number): number {
    return this.#disks.at(local);
  }

  timers(local: number): number {
    return this.#timers.at(local);
  }

  node(local: number): number {
    return this.#parts.knowledge.nodeOf(this.state(local));
  }

  isUp(local: number): boolean {
    return this.#parts.knowledge.at(this.state(local)) !== undefined;
  }

  /** When the node is down, with this on its disk. */
  down(node: number, disk: number): number {
    return this.number(this.#parts.knowledge.down(node), disk, idle);
  }

  react(local: number, turn: TurnTaken<S>): Reaction {
    if (turn.problem) return { kind: 'problem', problem: turn.problem };
    const { armed, disks } = this.#parts;
    let disk: number;
    try {
      disk = disks.after(this.disk(local), turn.number, turn.saves);
    } catch (error) {
      return { kind: 'problem', problem: { kind: 'threw', message: messageOf(error), error } };
    }
    if (!this.#mayBe(turn.after)) return { kind: 'outside' };
    const fired = turn.occasion.kind === 'timer' ? turn.occasion.timer : undefined;
    const timers = armed.after(this.timers(local), turn.number, fired, turn.timers);
    return { kind: 'local', local: this.number(turn.after, disk, timers) };
  }

  get bytes(): number {
    return this.#states.length * (3 * 4 + 2 * 24);
  }

  #mayBe(state: number): boolean {
    const { setting, knowledge } = this.#parts;
    if (!setting.within) return true;
    let may = this.#isWithin.get(state);
    if (may === undefined) {
      may = setting.within(knowledge.at(state) as S['State']);
      this.#isWithin.set(state, may);
    }
    return may;
  }
}

interface Parts<S extends Shape> {
  setting: Setting<S>;
  knowledge: Knowledge<S>;
  disks: Disks<S>;
  armed: Armed<S>;
}
