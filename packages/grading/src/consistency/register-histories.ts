/** Histories of one register: a short way to write them, to draw them at random, and to tell them. */
import {
  type History as Judged,
  type RegisterInput as JudgedInput,
  registerModel,
  type Value,
} from '@weekend/checkers';
import type { History, Operation, RegisterInput } from '@weekend/consistency';
import type { Random } from '@weekend/simulator';

export const write = (process: string, value: string | number, call: number, at: number): Operation => ({
  process,
  input: { kind: 'write', value },
  call,
  completion: { kind: 'ok', at, output: null },
});

export const read = (process: string, value: string | number | null, call: number, at: number): Operation => ({
  process,
  input: { kind: 'read' },
  call,
  completion: { kind: 'ok', at, output: value },
});

export const cas = (
  process: string,
  from: string | null,
  to: string,
  call: number,
  at: number,
  sets = true,
): Operation => ({
  process,
  input: { kind: 'cas', from, to },
  call,
  completion: { kind: 'ok', at, output: sets },
});

export const unknown = (operation: Operation): Operation => ({ ...operation, completion: { kind: 'info' } });

export const failed = (operation: Operation): Operation => ({ ...operation, completion: { kind: 'fail' } });

/** To the checkers a student's history is one of theirs. */
export const judged = (history: History): Judged<JudgedInput, Value> => history;

/** One line an operation, by time. */
export const told = (history: History): string[] =>
  [...history].sort((a, b) => a.call - b.call).map((operation) => `  ${line(operation)}`);

function line({ process, input, call, completion }: Operation): string {
  switch (completion.kind) {
    case 'ok':
      return `${process} [${call}, ${completion.at}] ${asked(input)}${input.kind === 'write' ? '' : ` → ${completion.output}`}`;
    case 'fail':
      return `${process} [${call}, …] ${asked(input)}, failed: it did not happen`;
    case 'info':
      return `${process} [${call}, …] ${asked(input)}, outcome unknown`;
    default:
      return completion satisfies never;
  }
}

function asked(input: RegisterInput): string {
  switch (input.kind) {
    case 'read':
      return 'read';
    case 'write':
      return `write ${input.value}`;
    case 'cas':
      return `cas ${input.from} to ${input.to}`;
    default:
      return input satisfies never;
  }
}

export interface Recipe {
  processes: number;
  operations: number;
  /** Every write its own value, and every operation `ok`. */
  isPlain: boolean;
}

/** What a right register could have answered, with a few answers changed now and then. */
export function drawHistory(random: Random, { processes, operations, isPlain }: Recipe): History {
  const clocks = Array.from({ length: processes }, () => random.below(4));
  const drafts = Array.from({ length: operations }, (_, nth): Draft => {
    const process = random.below(processes);
    const call = (clocks[process] as number) + 1 + random.below(2);
    const at = call + random.below(6);
    clocks[process] = at;
    const effect = call + (at - call) * (random.below(100) / 99);
    return {
      process: `p${process + 1}`,
      call,
      at,
      effect,
      input: drawInput(random, nth, isPlain),
      kind: 'ok',
      output: null,
    };
  });
  answers(random, drafts, isPlain);
  if (random.happens(0.6)) lies(random, drafts);
  return renamed(drafts);
}

/** As one right register would, in the order in which they take effect. */
function answers(random: Random, drafts: readonly Draft[], isPlain: boolean): void {
  let value: Value = null;
  for (const draft of [...drafts].sort((a, b) => a.effect - b.effect)) {
    if (!isPlain && random.happens(0.2)) draft.kind = random.pick(['info', 'info', 'fail']);
    const happens = draft.kind === 'ok' || (draft.kind === 'info' && random.happens(0.5));
    if (!happens) continue;
    draft.output = answer(value, draft.input);
    value = registerModel.step(value, draft.input, draft.output) ?? null;
  }
}

function answer(value: Value, input: RegisterInput): Value {
  if (input.kind === 'write') return null;
  return input.kind === 'read' ? value : value === input.from;
}

interface Draft {
  process: string;
  call: number;
  at: number;
  effect: number;
  input: RegisterInput;
  kind: Operation['completion']['kind'];
  output: string | number | boolean | null;
}

function drawInput(random: Random, nth: number, isPlain: boolean): RegisterInput {
  const chance = random.below(10);
  if (chance < 5) return { kind: 'read' };
  const value = isPlain ? `v${nth}` : random.pick(['a', 'b', 'c']);
  if (isPlain || chance < 8) return { kind: 'write', value };
  return { kind: 'cas', from: random.pick(['a', 'b', null]), to: value };
}

function lies(random: Random, drafts: readonly Draft[]): void {
  const values = drafts.flatMap(({ input }) => (input.kind === 'write' ? [input.value] : []));
  const reads = drafts.filter(({ input, kind }) => input.kind === 'read' && kind === 'ok');
  for (const draft of reads) if (random.happens(0.5)) draft.output = random.pick([null, ...values]);
}

/** After an unknown outcome a process goes on by another name. */
function renamed(drafts: readonly Draft[]): Operation[] {
  const generation = new Map<string, number>();
  return drafts.map(({ process, call, at, input, kind, output }) => {
    const age = generation.get(process) ?? 0;
    if (kind === 'info') generation.set(process, age + 1);
    const name = age === 0 ? process : `${process}${"'".repeat(age)}`;
    return { process: name, input, call, completion: kind === 'ok' ? { kind, at, output } : { kind } };
  });
}
