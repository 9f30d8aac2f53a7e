/** The consistency models by name, from the strongest to the weakest, and which of them a history keeps. */
import { causal } from './causal.ts';
import type { History } from './history.ts';
import { linearizable } from './linearizable.ts';
import type { Model } from './model.ts';
import { sequential } from './sequential.ts';
import { session } from './sessions.ts';
import type { Budget, Verdict } from './verdict.ts';

export type Level = (typeof levels)[number];

/** A model implies all that stand behind it, but `causal-memory` and `causal-convergence` do not imply each other. */
export const levels = [
  'linearizable',
  'sequential',
  'causal-memory',
  'causal-convergence',
  'causal',
  'read-your-writes',
  'monotonic-reads',
  'monotonic-writes',
  'writes-follow-reads',
] as const;

export function check<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  level: Level,
  budget: Budget = {},
): Verdict {
  switch (level) {
    case 'linearizable':
      return linearizable(history, model, budget);
    case 'sequential':
      return sequential(history, model, budget);
    case 'causal-memory':
      return causal(history, model, { ...budget, level: 'CM' });
    case 'causal-convergence':
      return causal(history, model, { ...budget, level: 'CCv' });
    case 'causal':
      return causal(history, model, { ...budget, level: 'CC' });
    case 'read-your-writes':
      return session(history, model, 'read your writes', budget);
    case 'monotonic-reads':
      return session(history, model, 'monotonic reads', budget);
    case 'monotonic-writes':
      return session(history, model, 'monotonic writes', budget);
    case 'writes-follow-reads':
      return session(history, model, 'writes follow reads', budget);
    default:
      return level satisfies never;
  }
}
