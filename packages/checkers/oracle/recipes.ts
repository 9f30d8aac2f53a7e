/** What random histories are made of: a few kinds of objects, small enough for the oracle. */
import { type KvInput, type KvOutput, kvModel } from '../src/kv.ts';
import { type RegisterInput, type RegisterOutput, registerModel, type Value } from '../src/register.ts';
import type { Dice, Recipe } from './random-histories.ts';

const pick = <T>(throws: Dice, ...options: readonly [T, ...T[]]): T =>
  options[throws.below(options.length)] ?? options[0];

/** Few values, so that many writes are alike. */
export const registers: Recipe<Value, RegisterInput, RegisterOutput> = {
  model: registerModel,
  processes: [1, 4],
  operations: [1, 7],
  outcomes: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'info', 'info', 'fail'],
  changes: 2,
  input(throws) {
    const value = throws.below(3);
    return pick<RegisterInput>(
      throws,
      { kind: 'read' },
      { kind: 'read' },
      { kind: 'write', value },
      { kind: 'cas', from: throws.below(3), to: value },
    );
  },
  answer: (state, input) => (input.kind === 'read' ? state : input.kind === 'cas' ? state === input.from : null),
  otherAnswer: (throws, input, answer) =>
    input.kind === 'read' ? pick<Value>(throws, null, 0, 1, 2) : input.kind === 'cas' ? !answer : null,
};

/** Every write its own value. */
export const uniqueRegisters: Recipe<Value, RegisterInput, RegisterOutput> = {
  ...registers,
  input: (throws, nth) =>
    pick<RegisterInput>(throws, { kind: 'read' }, { kind: 'read' }, { kind: 'write', value: nth }),
  otherAnswer: (throws, input) =>
    input.kind === 'read' ? pick<Value>(throws, null, throws.below(7), throws.below(7)) : null,
};

export const stores: Recipe<string | null, KvInput, KvOutput> = {
  model: kvModel,
  processes: [1, 4],
  operations: [1, 7],
  outcomes: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'info', 'info', 'fail'],
  changes: 2,
  input(throws) {
    const key = pick(throws, 'x', 'x', 'y');
    const value = pick(throws, 'a', 'b');
    return pick<KvInput>(
      throws,
      { kind: 'get', key },
      { kind: 'get', key },
      { kind: 'put', key, value },
      { kind: 'append', key, value },
      { kind: 'append', key, value },
      { kind: 'cas', key, from: pick(throws, null, 'a', 'ab'), to: value },
      { kind: 'delete', key },
    );
  },
  answer: (state, input) => (input.kind === 'get' ? state : input.kind === 'cas' ? state === input.from : null),
  otherAnswer: (throws, input, answer) =>
    input.kind === 'get'
      ? pick<KvOutput>(throws, null, 'a', 'b', 'ab', 'ba', 'aa', `${answer}a`)
      : input.kind === 'cas'
        ? !answer
        : null,
};

/** Plain reads and unique writes, mostly of one key: what the causal checkers take. */
export const plainStores: Recipe<string | null, KvInput, KvOutput> = {
  ...stores,
  processes: [2, 3],
  operations: [3, 5],
  outcomes: [...Array<'ok'>(20).fill('ok'), 'info', 'fail'],
  changes: 30,
  input(throws, nth) {
    const key = pick(throws, 'x', 'x', 'x', 'y');
    return pick<KvInput>(throws, { kind: 'get', key }, { kind: 'put', key, value: `${nth}` });
  },
  /** Mostly what somebody wrote to the key, now and then what nobody did. */
  otherAnswer(throws, input, _answer, inputs) {
    if (input.kind !== 'get') return null;
    const written = inputs.flatMap((other) => (other.kind === 'put' && other.key === input.key ? [other.value] : []));
    return throws.below(40) === 0 ? 'nobody' : pick<KvOutput>(throws, null, ...written, ...written);
  },
};

/** More of it, on two keys alike: it takes six operations to write what follows a read. */
export const plainSessions: Recipe<string | null, KvInput, KvOutput> = {
  ...plainStores,
  operations: [4, 9],
  input(throws, nth) {
    const key = pick(throws, 'x', 'y');
    return pick<KvInput>(throws, { kind: 'get', key }, { kind: 'get', key }, { kind: 'put', key, value: `${nth}` });
  },
};
