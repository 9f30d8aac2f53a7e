/** A partitioned model seen as one object, for rules that are not local: what holds of each key need not hold of the store. */
import type { Model } from './model.ts';

export function wholeModel<State, Input, Output>(
  model: Model<State, Input, Output>,
): Model<Readonly<Record<string, State>>, Input, Output> {
  const { partition, growth: _, ...rest } = model;
  const keyOf = (input: Input): string => partition?.(input) ?? '';
  return {
    ...rest,
    initial: {},
    step(states, input, output) {
      const key = keyOf(input);
      const before = Object.hasOwn(states, key) ? (states[key] as State) : model.initial;
      const after = model.step(before, input, output);
      if (after === undefined) return undefined;
      return after === before ? states : { ...states, [key]: after };
    },
  };
}
