/**
 * Small random histories. Each is first played on a correct object, so that many are legal; then, half of the time, an answer
 * or two are changed, so that many are illegal, and only just. Times are small whole numbers, so that many are equal.
 */
import type { Completion, Operation } from '../src/history.ts';
import type { Model } from '../src/model.ts';

export interface Dice {
  /** A whole number from 0, below `sides`. */
  below(sides: number): number;
}

/** Equal seeds, equal throws (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return {
    below(sides) {
      state = (state + 0x6d2b79f5) >>> 0;
      let x = Math.imul(state ^ (state >>> 15), state | 1);
      x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
      return ((x ^ (x >>> 14)) >>> 0) % sides;
    },
  };
}

export interface Recipe<State, Input, Output> {
  readonly model: Model<State, Input, Output>;
  /** How many, at least and at most. */
  readonly processes: readonly [number, number];
  readonly operations: readonly [number, number];
  /** Drawn from, so that what stands here twice comes twice as often. */
  readonly outcomes: readonly Completion<Output>['kind'][];
  /** How many answers are changed, at most. */
  readonly changes: number;
  input(throws: Dice, nth: number): Input;
  /** What a correct object answers. */
  answer(state: State, input: Input): Output;
  /** Some other answer, in a history of these inputs. */
  otherAnswer(throws: Dice, input: Input, answer: Output, inputs: readonly Input[]): Output;
}

export function randomHistory<S, I, O>(recipe: Recipe<S, I, O>, throws: Dice): Operation<I, O>[] {
  const drafts = drawn(recipe, throws);
  const states = new Map<string, S>();
  for (const draft of [...drafts].sort((a, b) => a.effect - b.effect)) {
    if (draft.outcome === 'fail' || draft.effect === Number.POSITIVE_INFINITY) continue;
    const key = recipe.model.partition?.(draft.input) ?? '';
    const state = states.has(key) ? (states.get(key) as S) : recipe.model.initial;
    draft.answer = recipe.answer(state, draft.input);
    const after = recipe.model.step(state, draft.input, undefined);
    states.set(key, after === undefined ? state : after);
  }
  const changes = throws.below(2) === 0 ? 0 : 1 + throws.below(recipe.changes);
  const inputs = drafts.filter(({ outcome }) => outcome !== 'fail').map(({ input }) => input);
  for (let change = 0; change < changes; change++) {
    const draft = drafts[throws.below(drafts.length)];
    if (draft?.answer !== undefined) draft.answer = recipe.otherAnswer(throws, draft.input, draft.answer, inputs);
  }
  return drafts.map(({ process, input, call, at, outcome, answer }) => {
    const completion: Completion<O> =
      outcome === 'ok' && answer !== undefined
        ? { kind: 'ok', at, output: answer }
        : { kind: outcome === 'fail' ? 'fail' : 'info' };
    return { process, input, call, completion };
  });
}

interface Draft<I, O> {
  process: number;
  input: I;
  call: number;
  at: number;
  outcome: Completion<O>['kind'];
  /** When it takes effect. */
  effect: number;
  answer: O | undefined;
}

function drawn<S, I, O>(recipe: Recipe<S, I, O>, throws: Dice): Draft<I, O>[] {
  const between = ([least, most]: readonly [number, number]): number => least + throws.below(most - least + 1);
  const count = between(recipe.operations);
  const clocks = Array.from({ length: between(recipe.processes) }, () => throws.below(4));
  return Array.from({ length: count }, (_, nth) => {
    const process = throws.below(clocks.length);
    const call = (clocks[process] as number) + throws.below(2);
    const at = call + throws.below(5);
    clocks[process] = at + throws.below(2);
    const outcome = recipe.outcomes[throws.below(recipe.outcomes.length)] ?? 'ok';
    const never = outcome === 'info' && throws.below(2) === 0;
    const late = outcome === 'info' ? throws.below(8) : 0;
    const effect = never ? Number.POSITIVE_INFINITY : call + ((at - call) * throws.below(100)) / 99 + late;
    return { process, input: recipe.input(throws, nth), call, at, outcome, effect, answer: undefined };
  });
}
