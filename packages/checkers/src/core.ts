/**
 * Makes a proof small. Given a part of a history that is illegal, finds operations of it that are still illegal when all
 * others are only possible, not certain; none of them can be spared. Halves, quarters and so on are tried first, after
 * Zeller and Hildebrandt, "Simplifying and isolating failure-inducing input" (2002): O(k log n) trials for a core of k.
 *
 * To doubt an operation makes a history easier to explain, never harder. To delete a write would not do: its reads would
 * then be illegal for a reason that the history does not have.
 *
 * The first pass lets doubtful operations take effect any number of times. That doubts even more, so what is illegal then
 * is a proof too; it is a larger one at times, but quickly found, since the search need not remember what it has used.
 */
import { type History, type Operation, output } from './history.ts';
import type { Model } from './model.ts';
import type { Part } from './part.ts';
import type { Limit } from './verdict.ts';

/** The steps of all trials together: when they are used up, what is left is the core, if not the smallest. Bytes of each. */
const allowance = { steps: 1_000_000, bytes: 2 ** 24 } as const;

export interface Trial {
  readonly isIllegal: boolean;
  readonly steps: number;
}

/** Positions in the history of such operations of `part`. `attempt` judges a part, with so much at most. */
export function smallestCore<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  part: Part,
  attempt: (part: Part, limit: Limit) => Trial,
): readonly number[] {
  const isReadOnly = (index: number): boolean => {
    const operation = history[index] as Operation<Input, Output>;
    return model.readOnly?.(operation.input, output(operation)) === true;
  };
  let left: number = allowance.steps;
  const isIllegal = (candidate: Part): boolean => {
    const share = allowance.steps / (candidate.isRepeatable === true ? 200 : 50);
    const trial = attempt(candidate, { steps: Math.min(left, share), bytes: allowance.bytes });
    left -= trial.steps;
    return left > 0 && trial.isIllegal;
  };
  const without = (core: Part, start: number, size: number): Part => doubting(history, core, start, size, isReadOnly);
  const rough = { ...part, isRepeatable: true };
  const first = part.required.length > few && isIllegal(rough) ? shrunk(rough, without, isIllegal) : part;
  return shrunk({ ...first, isRepeatable: false }, without, isIllegal).required;
}

/** So few operations need no first pass. */
const few = 50;

function shrunk(
  part: Part,
  without: (core: Part, start: number, size: number) => Part,
  isIllegal: (part: Part) => boolean,
): Part {
  let core = part;
  for (let size = half(part.required.length); ; size = half(size)) {
    for (let start = 0; start < core.required.length; ) {
      const smaller = without(core, start, size);
      if (isIllegal(smaller)) core = smaller;
      else start += size;
    }
    if (size <= 1) return core;
  }
}

const half = (size: number): number => Math.ceil(size / 2);

/** Without `size` required operations from `start` on: reads are dropped, all else becomes optional. */
function doubting(
  history: History<unknown, unknown>,
  part: Part,
  start: number,
  size: number,
  isReadOnly: (index: number) => boolean,
): Part {
  const doubted = part.required.slice(start, start + size).filter((index) => !isReadOnly(index));
  const callOf = (index: number): number => history[index]?.call ?? 0;
  return {
    ...part,
    required: part.required.filter((_, at) => at < start || at >= start + size),
    optional: [...part.optional, ...doubted].sort((a, b) => callOf(a) - callOf(b) || a - b),
  };
}
