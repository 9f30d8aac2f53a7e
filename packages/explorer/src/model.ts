/** The cluster as a graph: the states in which it begins, and from each of them the moves to the next. */
import type { Address, Shape } from '@weekend/protocol';
import { Armed } from './armed.ts';
import { Cells, moveCell, movePrice, moveSends, moveStep } from './cells.ts';
import { Happenings, outside, wrong } from './happenings.ts';
import { Disks, Knowledge } from './knowledge.ts';
import { Locals } from './locals.ts';
import { Mail, nothing } from './mail.ts';
import { Moot } from './moot.ts';
import { free, Purse } from './purse.ts';
import type { Cluster, NodeStart, Question } from './question.ts';
import { type Step, Steps } from './steps.ts';
import { Turns } from './turns.ts';
import { isViolation, noPast, Watch } from './watch.ts';

/** What comes of a move. */
export const led = 0;
export const unaffordable = 1;
export const ledOutside = 2;
export const wentWrong = 3;
export const violated = 4;

export class Model<S extends Shape, Past extends object> {
  readonly setting: Question<S, Past>;
  readonly cluster: readonly Address[];
  readonly knowledge = new Knowledge<S>();
  readonly disks = new Disks<S>();
  readonly steps = new Steps<S>();
  readonly armed: Armed<S>;
  readonly mail: Mail<S>;
  readonly purse: Purse<S>;
  readonly turns: Turns<S>;
  readonly locals: Locals<S>;
  readonly moot: Moot<S>;
  readonly cells: Cells<S>;
  readonly watch: Watch<S, Past>;
  /** Of the move that went wrong or violated: what `watch` answered. */
  answer = 0;

  constructor(question: Question<S, Past>) {
    this.setting = question;
    this.cluster = Object.keys(question.nodes);
    this.armed = new Armed(question.timers ?? 'in due order');
    this.mail = new Mail(this.cluster, question.network ?? 'set');
    this.purse = new Purse(question);
    this.turns = new Turns(this);
    this.locals = new Locals(this);
    const happenings = new Happenings(this);
    this.moot = new Moot({ ...this, happenings });
    this.cells = new Cells({ ...this, happenings }, this.cluster.length);
    this.watch = new Watch(this);
    if (question.mootMail !== 'kept') this.#workOutMoot();
  }

  /** Where the numbers of the past and of what is spent stand in a row, behind the cells. */
  get pastPlace(): number {
    return this.cluster.length;
  }

  get spentPlace(): number {
    return this.cluster.length + 1;
  }

  /** Before any node has booted. */
  beginning(): Int32Array {
    const row = new Int32Array(this.cluster.length + 2);
    for (const [place, local] of this.#beginnings().entries()) {
      const sent = this.#startPackets().filter((packet) => this.mail.at(packet).place === place);
      row[place] = this.cells.number(local, this.mail.collection(sent));
    }
    row[this.pastPlace] = noPast;
    row[this.spentPlace] = free;
    return row;
  }

  /** Which nodes boot before anything else happens, and which are there without having booted. */
  isToBoot(place: number): boolean {
    const start = this.#startOf(place);
    return start.state === undefined && !start.down;
  }

  given(): number[] {
    return this.cluster.flatMap((_, place) => {
      const { state } = this.#startOf(place);
      return state === undefined ? [] : [this.steps.given(place, this.knowledge.number(place, state))];
    });
  }

  /**
   * Makes the `index`-th move of a node: `next` is the state that it leads to. Where it answers `wentWrong` or
   * `violated`, the move is the last one of a story.
   */
  follow(row: Int32Array, node: number, index: number, next: Int32Array): number {
    const { cells } = this;
    const start = cells.firstMove(row[node] as number) + index * cells.moveWidth;
    const moves = cells.moves.items;
    const { length } = this.cluster;
    const spent = this.purse.pay(row[length + 1] as number, moves[start + movePrice] as number);
    if (spent < 0) return unaffordable;
    const cell = moves[start + moveCell] as number;
    if (cell === outside) return ledOutside;
    if (cell === wrong) return wentWrong;
    for (let place = 0; place < length; place++) {
      const packets = moves[start + moveSends + place] as number;
      const before = row[place] as number;
      next[place] = packets === nothing ? before : cells.receive(before, packets);
    }
    next[node] = cell;
    const past = this.watch.after(row[length] as number, moves[start + moveStep] as number, next);
    if (isViolation(past)) {
      this.answer = past;
      return violated;
    }
    next[length] = past;
    next[length + 1] = spent;
    return led;
  }

  moveCount(row: Int32Array, node: number): number {
    const cell = row[node] as number;
    this.cells.firstMove(cell);
    return this.cells.moveCount(cell);
  }

  stepOf(row: Int32Array, node: number, index: number): Step<S> {
    const start = this.cells.firstMove(row[node] as number) + index * this.cells.moveWidth;
    return this.steps.at(this.cells.moves.at(start + moveStep));
  }

  /** As those see it who ask the question. */
  view(row: Int32Array): Cluster<S> {
    const view: Record<Address, S['State'] | undefined> = {};
    for (const [place, address] of this.cluster.entries())
      view[address] = this.knowledge.at(this.cells.state(row[place] as number));
    return view;
  }

  get bytes(): number {
    const { knowledge, disks, steps, mail, turns, locals, moot, cells, watch } = this;
    return (
      knowledge.bytes +
      disks.bytes +
      steps.bytes +
      mail.bytes +
      turns.bytes +
      locals.bytes +
      moot.bytes +
      cells.bytes +
      watch.bytes
    );
  }

  #workOutMoot(): void {
    this.moot.workOut(this.#beginnings(), this.#startPackets());
  }

  #beginnings(): number[] {
    return this.cluster.map((_, place) => {
      const { state, saved = {}, timers = [] } = this.#startOf(place);
      const disk = this.disks.number(saved);
      if (state === undefined) return this.locals.down(place, disk);
      return this.locals.number(this.knowledge.number(place, state), disk, this.armed.running(timers));
    });
  }

  #startPackets(): number[] {
    return (this.setting.start?.packets ?? []).map(({ from, to, message }) => this.mail.packet(from, to, message));
  }

  #startOf(place: number): NodeStart<S> {
    return this.setting.start?.nodes?.[this.cluster[place] as Address] ?? {};
  }
}
