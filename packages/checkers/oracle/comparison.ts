/** Every checker against the oracle, on random histories: the verdict, and if it is illegal the proof. */
import { type CausalLevel, causal } from '../src/causal.ts';
import { convergent } from '../src/convergent.ts';
import { type History, output } from '../src/history.ts';
import type { KvInput, KvOutput } from '../src/kv.ts';
import { linearizable } from '../src/linearizable.ts';
import type { Model } from '../src/model.ts';
import { sequential } from '../src/sequential.ts';
import { session, sessionGuarantees } from '../src/sessions.ts';
import type { Verdict } from '../src/verdict.ts';
import { isCausal } from './every-cause.ts';
import { isLinearizable, isSequential } from './every-order.ts';
import { hasConverged, keepsGuarantee } from './every-session.ts';
import { dice, type Recipe, randomHistory } from './random-histories.ts';
import { plainSessions, plainStores, registers, stores, uniqueRegisters } from './recipes.ts';

export interface Comparison {
  readonly name: string;
  /** Compares on so many histories, the first made from `seed`. */
  run(histories: number, seed: number): Result;
}

interface Result {
  ok: number;
  illegal: number;
  unknown: number;
  /** What went wrong, with the seed of its history. Empty if all is well. */
  differences: string[];
}

interface Question<S, I, O> {
  recipe: Recipe<S, I, O>;
  checker(history: History<I, O>, model: Model<S, I, O>): Verdict;
  /** `undefined` where the question makes no sense, and the checker should say unknown. */
  oracle(history: History<I, O>, model: Model<S, I, O>): boolean | undefined;
  /** What a proof has to hold of: this history with all but these operations in doubt, or gone. */
  reduced(history: History<I, O>, model: Model<S, I, O>, operations: readonly number[]): History<I, O>;
  /** Whether a proof may have no operation that can be spared. */
  isMinimal: boolean;
}

function comparison<S, I, O>(name: string, question: Question<S, I, O>): Comparison {
  const { recipe, checker, oracle } = question;
  return {
    name,
    run(histories, seed) {
      const result: Result = { ok: 0, illegal: 0, unknown: 0, differences: [] };
      for (let nth = 0; nth < histories; nth++) {
        const history = randomHistory(recipe, dice(seed + nth));
        const expected = oracle(history, recipe.model);
        const wanted = expected === undefined ? 'unknown' : expected ? 'ok' : 'illegal';
        const verdict = checker(history, recipe.model);
        result[verdict.kind]++;
        const wrong = verdict.kind === wanted ? flaw(question, history, verdict) : `${verdict.kind}, wanted ${wanted}`;
        if (wrong !== undefined) result.differences.push(`seed ${seed + nth}: ${wrong}: ${JSON.stringify(history)}`);
      }
      return result;
    },
  };
}

/** What is wrong with a proof, if it is one. */
function flaw<S, I, O>(question: Question<S, I, O>, history: History<I, O>, verdict: Verdict): string | undefined {
  if (verdict.kind !== 'illegal') return undefined;
  const { model } = question.recipe;
  const { operations } = verdict.evidence;
  const proves = (some: readonly number[]): boolean =>
    question.oracle(question.reduced(history, model, some), model) === false;
  if (!proves(operations)) return `operations ${operations} prove nothing`;
  const spare = operations.find((one) => proves(operations.filter((index) => index !== one)));
  return question.isMinimal && spare !== undefined ? `operations ${operations} can spare ${spare}` : undefined;
}

/** The others may have taken effect at any time, or never. */
function othersInDoubt<S, I, O>(
  history: History<I, O>,
  model: Model<S, I, O>,
  operations: readonly number[],
): History<I, O> {
  return history.map((operation, index) => {
    if (operations.includes(index)) return operation;
    const hasNoEffect = operation.completion.kind === 'fail' || model.readOnly?.(operation.input, output(operation));
    return { ...operation, completion: { kind: hasNoEffect ? 'fail' : 'info' } };
  });
}

function othersGone<S, I, O>(
  history: History<I, O>,
  _model: Model<S, I, O>,
  operations: readonly number[],
): History<I, O> {
  return history.filter((_, index) => operations.includes(index));
}

const inDoubt = { reduced: othersInDoubt, isMinimal: true } as const;
/** Without a write its reads are wrong for another reason, so that such proofs can often spare one. */
const gone = { reduced: othersGone, isMinimal: false } as const;
const byLinearizable = { checker: linearizable, oracle: isLinearizable, ...inDoubt } as const;
const bySequential = { checker: sequential, oracle: isSequential, ...inDoubt } as const;

const causalLevels: readonly CausalLevel[] = ['CC', 'CCv', 'CM'];

/** Late enough that all writing is over. */
const quietSince = 1_000;

export const comparisons: readonly Comparison[] = [
  comparison('linearizable, register', { recipe: registers, ...byLinearizable }),
  comparison('linearizable, register with unique writes', { recipe: uniqueRegisters, ...byLinearizable }),
  comparison('linearizable, key-value store', { recipe: stores, ...byLinearizable }),
  comparison('sequential, register', { recipe: registers, ...bySequential }),
  comparison('linearizable, store with unique puts', { recipe: plainSessions, ...byLinearizable }),
  comparison('sequential, key-value store', { recipe: stores, ...bySequential }),
  comparison('sequential, store with unique puts', { recipe: plainSessions, ...bySequential }),
  ...causalLevels.map((level) => causalComparison(level, 5)),
  ...sessionGuarantees.map((guarantee) =>
    comparison<string | null, KvInput, KvOutput>(guarantee, {
      recipe: plainSessions,
      checker: (history, model) => session(history, model, guarantee),
      oracle: (history) => keepsGuarantee(history, guarantee),
      ...gone,
    }),
  ),
  comparison('convergent', {
    recipe: plainSessions,
    checker: (history, model) => convergent(withLateReads(history), model, quietSince),
    oracle: (history) => hasConverged(withLateReads(history), quietSince),
    reduced: (history) => history,
    isMinimal: false,
  }),
];

/** More of the same, for who has the time: the oracle tries 130,000 causal orders for each illegal history. */
export const longComparisons: readonly Comparison[] = causalLevels.map((level) => causalComparison(level, 6));

function causalComparison(level: CausalLevel, most: number): Comparison {
  return comparison<string | null, KvInput, KvOutput>(`causal, ${level}, ${most} operations`, {
    recipe: { ...plainStores, operations: [3, most] },
    checker: (history, model) => causal(history, model, { level }),
    oracle: (history) => isCausal(history, level),
    ...gone,
  });
}

/** The second half of the reads happens after everything else. */
function withLateReads<I extends { kind: string }, O>(history: History<I, O>): History<I, O> {
  return history.map((operation, index) =>
    operation.input.kind !== 'get' || operation.completion.kind !== 'ok' || index * 2 < history.length
      ? operation
      : {
          ...operation,
          call: operation.call + quietSince,
          completion: { ...operation.completion, at: operation.completion.at + quietSince },
        },
  );
}
