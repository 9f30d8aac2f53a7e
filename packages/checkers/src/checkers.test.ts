import { describe, expect, test } from 'vitest';
import * as wrongCheckers from '../mutants/wrong-checkers.ts';
import { failedCases } from './checkers.suite.ts';
import { linearizable } from './linearizable.ts';
import type { Model } from './model.ts';
import { registerModel } from './register.ts';

describe('the suite for checkers', () => {
  test('passes ours', () => {
    expect(failedCases((history) => linearizable(history, registerModel).kind === 'ok')).toEqual([]);
  });

  test('passes ours without the help of the model, so by search alone', () => {
    const { access: _access, readOnly: _readOnly, ...bare } = registerModel;
    const model: Model<string | number | boolean | null, never, never> = bare as never;
    expect(failedCases((history) => linearizable(history as never, model).kind === 'ok')).toEqual([]);
  });

  for (const [name, checker] of Object.entries(wrongCheckers))
    test(`catches a checker that ${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`, () => {
      expect(failedCases(checker)).not.toEqual([]);
    });
});
