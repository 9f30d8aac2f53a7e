/** A key-value store of strings. Keys know nothing of each other, so each key is a part of its own. */
import type { Model } from './model.ts';

export type KvInput =
  | { readonly kind: 'get'; readonly key: string }
  | { readonly kind: 'put'; readonly key: string; readonly value: string }
  | { readonly kind: 'append'; readonly key: string; readonly value: string }
  | { readonly kind: 'cas'; readonly key: string; readonly from: string | null; readonly to: string }
  | { readonly kind: 'delete'; readonly key: string };

/** A get answers the value, `null` where there is none; a compare-and-set whether it has set; the others nothing (`null`). */
export type KvOutput = string | boolean | null;

/** A store that answers `absent` to a get of a key that nobody has written. */
export function keyValueStore(absent: string | null): Model<string | null, KvInput, KvOutput> {
  return absent === null ? kvModel : { ...kvModel, initial: absent };
}

/** The state is one key's value, `null` where there is none. */
export const kvModel: Model<string | null, KvInput, KvOutput> = {
  name: 'key-value store',
  initial: null,

  step(state, input, output) {
    switch (input.kind) {
      case 'get':
        return output === undefined || output === state ? state : undefined;
      case 'put':
        return input.value;
      case 'append':
        return (state ?? '') + input.value;
      case 'cas': {
        const sets = state === input.from;
        if (output !== undefined && output !== sets) return undefined;
        return sets ? input.to : state;
      }
      case 'delete':
        return null;
      default:
        return input satisfies never;
    }
  },

  partition: (input) => input.key,

  readOnly: (input, output) => input.kind === 'get' || (input.kind === 'cas' && output === false),

  access(input, output) {
    switch (input.kind) {
      case 'get':
        return { kind: 'read', key: input.key, value: output };
      case 'put':
        return { kind: 'write', key: input.key, value: input.value };
      case 'delete':
        return { kind: 'write', key: input.key, value: null };
      case 'append':
      case 'cas':
        return undefined;
      default:
        return input satisfies never;
    }
  },

  growth: {
    sets(input) {
      switch (input.kind) {
        case 'put':
          return input.value;
        case 'cas':
          return input.to;
        case 'delete':
          return null;
        case 'append':
        case 'get':
          return undefined;
        default:
          return input satisfies never;
      }
    },
    mayYetAnswer: (state, input, output) =>
      input.kind !== 'get' || output === state || (typeof output === 'string' && output.startsWith(state ?? '')),
  },

  describe(input, output) {
    switch (input.kind) {
      case 'get':
        return `get ${input.key}${output === undefined ? '' : ` → ${output === null ? 'nothing' : JSON.stringify(output)}`}`;
      case 'put':
        return `put ${input.key} ${JSON.stringify(input.value)}`;
      case 'append':
        return `append ${input.key} ${JSON.stringify(input.value)}`;
      case 'cas':
        return `cas ${input.key} ${JSON.stringify(input.from)} to ${JSON.stringify(input.to)}${output === undefined ? '' : output ? ' → done' : ' → refused'}`;
      case 'delete':
        return `delete ${input.key}`;
      default:
        return input satisfies never;
    }
  },
};
