/** What the invariants say to a step, and what they remember of a run: asked once for each past and step. */
import { type Address, copy, type Sent, type Shape } from '@weekend/protocol';
import { canonical, thaw } from './canonical.ts';
import type { Cells } from './cells.ts';
import type { Knowledge } from './knowledge.ts';
import type { Mail } from './mail.ts';
import type { Invariant, Question, Seen } from './question.ts';
import type { Step, Steps } from './steps.ts';
import { absent, Pairs, Rows, Texts } from './tables.ts';
import type { Turns } from './turns.ts';

export interface Violation {
  rule: string;
  message: string;
}

/** What a run has begun with. */
export const noPast = 0;

export class Watch<S extends Shape, Past extends object> {
  readonly #parts: Parts<S, Past>;
  readonly #invariants: readonly Invariant<S, Past>[];
  readonly #texts = new Texts();
  readonly #pasts: Past[] = [];
  /** Their numbers by a text that is quicker to write, of which a past may have several. */
  readonly #quick = new Map<string, number>();
  readonly #violations: Violation[] = [];
  /** Which steps are told to the invariants: 0 is not known yet, 1 no, 2 yes. */
  readonly #isTold: number[] = [];
  /** For each past and step, an answer; for some, one that depends on what the other nodes know. */
  readonly #answers = new Pairs();
  readonly #dependent = new Pairs();
  readonly #keys = new Pairs();
  readonly #others: Rows;
  readonly #row: Int32Array;

  constructor(parts: Parts<S, Past>) {
    this.#parts = parts;
    this.#invariants = parts.setting.invariants ?? [];
    const nodes = parts.turns.cluster.length;
    this.#others = new Rows(nodes);
    this.#row = new Int32Array(nodes);
    this.pastOf((parts.setting.past ?? {}) as Past);
  }

  /** The number of a past, or of a violation: `isViolation` says which. `state` is the row of the whole cluster. */
  after(past: number, step: number, state: Int32Array): number {
    if (this.#invariants.length === 0 || !this.#tells(step)) return past;
    const known = this.#answers.get(past, step);
    if (known !== absent && known !== dependsOnOthers) return known;
    if (known === dependsOnOthers) return this.#dependingOn(past, step, state);
    const asked = this.#ask(past, step, state);
    this.#answers.set(past, step, asked.lookedAtOthers ? dependsOnOthers : asked.answer);
    return asked.lookedAtOthers ? this.#dependingOn(past, step, state, asked.answer) : asked.answer;
  }

  violation(answer: number): Violation {
    return this.#violations[answer - firstViolation] as Violation;
  }

  past(number: number): Past {
    return this.#pasts[number] as Past;
  }

  pastOf(past: Past): number {
    const text = canonical(past, 'past');
    const number = this.#texts.numberOf(text);
    if (number === this.#pasts.length) this.#pasts.push(thaw(text));
    return number;
  }

  get bytes(): number {
    return this.#texts.bytes + this.#answers.bytes + this.#dependent.bytes + this.#others.bytes;
  }

  #tells(step: number): boolean {
    const told = (this.#isTold[step] ??= isTurn(this.#parts.steps.at(step)) ? 2 : 1);
    return told === 2;
  }

  #dependingOn(past: number, step: number, state: Int32Array, asked?: number): number {
    const { cells, steps } = this.#parts;
    const { node } = steps.at(step) as TurnStep<S>;
    for (let i = 0; i < this.#row.length; i++) this.#row[i] = i === node ? absent : cells.state(state[i] as number);
    const found = this.#others.add(this.#row);
    const row = found < 0 ? ~found : found;
    const key = this.#keys.numberOf(past, step);
    const known = this.#dependent.get(key, row);
    if (known !== absent) return known;
    const answer = asked ?? this.#ask(past, step, state).answer;
    this.#dependent.set(key, row, answer);
    return answer;
  }

  #ask(number: number, step: number, state: Int32Array): { answer: number; lookedAtOthers: boolean } {
    const seen = new SeenTurn(this.#parts, this.#parts.steps.at(step) as TurnStep<S>, state);
    const past = copy(this.past(number));
    for (const { name, check } of this.#invariants) {
      const message = check(seen, past);
      if (message === undefined) continue;
      const answer = firstViolation + this.#violations.push({ rule: name, message }) - 1;
      return { answer, lookedAtOthers: seen.lookedAtOthers };
    }
    const text = JSON.stringify(past);
    let answer = this.#quick.get(text);
    if (answer === undefined) {
      answer = this.pastOf(past);
      this.#quick.set(text, answer);
    }
    return { answer, lookedAtOthers: seen.lookedAtOthers };
  }
}

/** Numbers from here on stand for violations. */
const firstViolation = 2 ** 30;
const dependsOnOthers = 2 ** 30 - 1;

export const isViolation = (answer: number): boolean => answer >= firstViolation;

type TurnStep<S extends Shape> = Extract<Step<S>, { kind: 'turn' | 'given' }>;

const isTurn = <S extends Shape>(step: Step<S>): boolean => step.kind === 'turn' || step.kind === 'given';

interface Parts<S extends Shape, Past extends object> extends Nodes<S> {
  setting: Question<S, Past>;
}

interface Nodes<S extends Shape> {
  steps: Steps<S>;
  cells: Cells<S>;
  turns: Turns<S>;
  mail: Mail<S>;
  knowledge: Knowledge<S>;
}

/** Notices whether somebody looks at the other nodes: most invariants do not, and need not be asked again. */
class SeenTurn<S extends Shape> implements Seen<S> {
  lookedAtOthers = false;
  readonly node: Address;
  readonly state: S['State'] | undefined;
  readonly call: Seen<S>['call'];
  readonly sends: readonly Sent<S>[];
  readonly #parts: Nodes<S>;
  readonly #place: number;
  readonly #row: Int32Array;

  constructor(parts: Nodes<S>, step: TurnStep<S>, row: Int32Array) {
    const { turns, knowledge, mail } = parts;
    this.node = turns.cluster[step.node] as Address;
    this.#parts = parts;
    this.#place = step.node;
    this.#row = row;
    if (step.kind === 'given') {
      this.state = knowledge.at(step.state);
      this.call = undefined;
      this.sends = [];
      return;
    }
    const { turn, crash } = step;
    this.state = crash ? undefined : knowledge.at(turn.after);
    this.call = turns.call(turn.node, turn.occasion);
    const left = turn.sends.slice(0, turn.sends.length - (crash?.unsent ?? 0));
    this.sends = left.map((packet) => mail.at(packet));
  }

  get others(): readonly S['State'][] {
    this.lookedAtOthers = true;
    const { turns, cells, knowledge } = this.#parts;
    return turns.cluster.flatMap((_, place) => {
      const state = place === this.#place ? undefined : knowledge.at(cells.state(this.#row[place] as number));
      return state === undefined ? [] : [state];
    });
  }
}
