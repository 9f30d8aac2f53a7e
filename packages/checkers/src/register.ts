/** A register: one value that is read, written, and replaced if it is what the client thinks it is (compare-and-set). */
import type { Model } from './model.ts';

export type Value = string | number | boolean | null;

export type RegisterInput =
  | { readonly kind: 'read' }
  | { readonly kind: 'write'; readonly value: Value }
  | { readonly kind: 'cas'; readonly from: Value; readonly to: Value };

/** A read answers the value, a write nothing (`null`), a compare-and-set whether it has set. */
export type RegisterOutput = Value;

/** A register that holds `initial` at first. */
export function register(initial: Value): Model<Value, RegisterInput, RegisterOutput> {
  return { ...registerModel, initial };
}

export const registerModel: Model<Value, RegisterInput, RegisterOutput> = {
  name: 'register',
  initial: null,

  step(state, input, output) {
    switch (input.kind) {
      case 'read':
        return output === undefined || output === state ? state : undefined;
      case 'write':
        return input.value;
      case 'cas': {
        const sets = state === input.from;
        if (output !== undefined && output !== sets) return undefined;
        return sets ? input.to : state;
      }
      default:
        return input satisfies never;
    }
  },

  readOnly: (input, output) => input.kind === 'read' || (input.kind === 'cas' && output === false),

  access(input, output) {
    switch (input.kind) {
      case 'read':
        return { kind: 'read', key: '', value: output };
      case 'write':
        return { kind: 'write', key: '', value: input.value };
      case 'cas':
        return undefined;
      default:
        return input satisfies never;
    }
  },

  growth: {
    sets(input) {
      switch (input.kind) {
        case 'read':
          return undefined;
        case 'write':
          return input.value;
        case 'cas':
          return input.to;
        default:
          return input satisfies never;
      }
    },
    mayYetAnswer: (state, input, output) => input.kind !== 'read' || state === output,
  },

  describe(input, output) {
    switch (input.kind) {
      case 'read':
        return output === undefined ? 'read' : `read → ${output}`;
      case 'write':
        return `write ${input.value}`;
      case 'cas':
        return `cas ${input.from} to ${input.to}${output === undefined ? '' : output ? ' → done' : ' → refused'}`;
      default:
        return input satisfies never;
    }
  },
};
