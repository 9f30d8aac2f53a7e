/** What a milestone came to, for whoever only reads its story: a trace may have megabytes. */
import type { Outcome } from '@weekend/grading';

export function withoutTrace(outcome: Outcome): Outcome {
  if (outcome.kind === 'threw') return { ...outcome, trace: undefined };
  return outcome.kind === 'broken' ? { ...outcome, broken: { ...outcome.broken, trace: undefined } } : outcome;
}
