/** `weekend check`: could a correct object have given the history in this file? */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  check as checkLevel,
  kvLog,
  type Level,
  type Log,
  levels,
  picture,
  registerLog,
  type Verdict,
} from '@weekend/checkers';
import { CannotRun, type ExitCode, exitCodes } from '../cannot-run.ts';
import { print, printJson } from '../output.ts';
import { paint, wrapped } from '../paper.ts';
import { didYouMean } from '../words/did-you-mean.ts';
import { say } from '../words/say.ts';

export interface CheckOptions {
  model: string;
  level: string;
  steps?: number;
  picture?: string;
  json?: boolean;
}

const models = { register: registerLog, kv: kvLog };

export function check(file: string, options: CheckOptions): ExitCode {
  const level = oneOf(levels, options.level, 'check-no-level');
  const read = models[oneOf(Object.keys(models) as (keyof typeof models)[], options.model, 'check-no-model')];
  // Each model has types of its own, which the checkers need not know.
  const { history, model } = parsed(file, read as (text: string) => Log<unknown, unknown, unknown>);
  const verdict = checkLevel(history, model, level, options.steps === undefined ? {} : { steps: options.steps });
  if (options.picture !== undefined) draw(options.picture, picture(history, model, verdict));
  if (options.json) printJson(asData(file, options, history.length, verdict));
  else print(told(file, level, history.length, verdict));
  return verdict.kind === 'ok' ? exitCodes.holds : exitCodes.fellShort;
}

function oneOf<Name extends string>(
  names: readonly Name[],
  word: string,
  otherwise: 'check-no-level' | 'check-no-model',
): Name {
  const name = names.find((each) => each === word);
  if (name) return name;
  throw new CannotRun(say(otherwise, { word, meant: didYouMean(word, names), names: names.join(', ') }));
}

function parsed<T>(file: string, read: (text: string) => T): T {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new CannotRun(say('check-unreadable', { file: resolve(file), code: codeOf(error) }));
  }
  try {
    return read(text);
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new CannotRun(say('check-no-log', { file: resolve(file), why: error.message }));
    throw error;
  }
}

function draw(file: string, svg: string): void {
  try {
    writeFileSync(file, svg);
  } catch (error) {
    throw new CannotRun(say('check-not-drawn', { file: resolve(file), code: codeOf(error) }));
  }
}

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code);

function asData(file: string, { model, level }: CheckOptions, operations: number, verdict: Verdict): object {
  const { kind, steps, ...why } = verdict;
  return { file, model, level, verdict: kind, operations, steps, ...why };
}

function told(file: string, level: Level, count: number, verdict: Verdict): string {
  switch (verdict.kind) {
    case 'ok':
      return wrapped(say('check-holds', { file, count, level }), `${paint('green', '✔')} `).join('\n');
    case 'illegal':
      return [
        ...wrapped(say('check-broken', { file, count, level, rule: verdict.evidence.rule }), `${paint('red', '✘')} `),
        '',
        verdict.evidence.words,
      ].join('\n');
    case 'unknown':
      return wrapped(say('check-unknown', { file, count, why: verdict.words }), `${paint('yellow', '?')} `).join('\n');
    default:
      return verdict satisfies never;
  }
}
