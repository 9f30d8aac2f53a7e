/**
 * The oracle: linearizability and sequential consistency as their definitions read, by trying every order. Slow, and
 * shares nothing with the checkers but the model.
 */
import type { History, Operation } from '../src/history.ts';
import type { Model } from '../src/model.ts';

export function isLinearizable<S, I, O>(history: History<I, O>, model: Model<S, I, O>): boolean {
  return hasOrder(history, model, (a, b) => a.completion.kind === 'ok' && a.completion.at < b.call);
}

export function isSequential<S, I, O>(history: History<I, O>, model: Model<S, I, O>): boolean {
  return hasOrder(history, model, isBeforeInItsProcess(history));
}

/** An operation with unknown outcome is before nothing. */
export function isBeforeInItsProcess<I, O>(
  history: History<I, O>,
): (a: Operation<I, O>, b: Operation<I, O>) => boolean {
  return (a, b) => {
    if (a.process !== b.process || a.completion.kind !== 'ok') return false;
    return a.call < b.call || (a.call === b.call && history.indexOf(a) < history.indexOf(b));
  };
}

function hasOrder<S, I, O>(
  history: History<I, O>,
  model: Model<S, I, O>,
  mustPrecede: (a: Operation<I, O>, b: Operation<I, O>) => boolean,
): boolean {
  function canFinish(left: Operation<I, O>[], states: Record<string, S>): boolean {
    if (left.every(({ completion }) => completion.kind === 'info')) return true;
    return left.some((next) => {
      if (left.some((other) => other !== next && mustPrecede(other, next))) return false;
      const key = model.partition?.(next.input) ?? '';
      const answer = next.completion.kind === 'ok' ? next.completion.output : undefined;
      const after = model.step(key in states ? (states[key] as S) : model.initial, next.input, answer);
      if (after === undefined) return false;
      return canFinish(
        left.filter((other) => other !== next),
        { ...states, [key]: after },
      );
    });
  }
  return canFinish(
    history.filter(({ completion }) => completion.kind !== 'fail'),
    {},
  );
}
