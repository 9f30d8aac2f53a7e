/**
 * How fast the checkers are, as CPU time, all threads of this process together. Cold: the first run in a fresh process, in
 * which nothing is compiled yet. Warm: the median of many runs. Against what Porcupine 1.3.0 took (`verdicts.json`).
 */
import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { dice, randomHistory } from '../oracle/random-histories.ts';
import { stores } from '../oracle/recipes.ts';
import { linearizable } from '../src/linearizable.ts';
import { kvLog, registerLog } from '../src/log.ts';
import { etcdLogs, isRecordedHere, kvLogs } from './recorded.ts';

/** How often the model is asked about all logs of etcd. */
function modelCalls(): number {
  let calls = 0;
  for (const { text } of etcdLogs()) {
    const { history, model } = registerLog(text);
    const counted: typeof model = {
      ...model,
      step(...question) {
        calls++;
        return model.step(...question);
      },
    };
    linearizable(history, counted);
  }
  return calls;
}

interface Task {
  readonly name: string;
  /** What Porcupine took, in milliseconds, and how much of it we may take. */
  readonly porcupine: number;
  readonly limit: number;
  /** One run over everything that has been read. Answers what went wrong. */
  run(): string[];
}

const rounds = 101;

/** A verdict other than the recorded one is a failure, and so is `unknown`; the memory is the 1 GiB of the default. */
function etcdTask(): Task {
  const logs = etcdLogs().map((log) => ({ ...log, ...registerLog(log.text) }));
  const porcupine = logs.reduce((sum, { porcupineMicros }) => sum + porcupineMicros, 0) / 1000;
  return {
    name: `${logs.length} logs of etcd`,
    porcupine,
    limit: porcupine / 20,
    run: () =>
      logs.flatMap(({ name, verdict, history, model }) => {
        const { kind } = linearizable(history, model);
        return kind === verdict ? [] : [`${name} is ${kind}, not ${verdict}`];
      }),
  };
}

function kvTask(part: string, porcupine: number, limit: number): Task {
  const log = kvLogs().find(({ name }) => name.startsWith(`kv-${part}.`));
  if (log === undefined) throw new Error(`there is no kv-${part}`);
  const { history, model } = kvLog(log.text);
  return {
    name: log.name,
    porcupine,
    limit,
    run() {
      const { kind } = linearizable(history, model);
      return kind === log.verdict ? [] : [`${log.name} is ${kind}, not ${log.verdict}`];
    },
  };
}

const tasks: Record<string, () => Task> = {
  etcd: etcdTask,
  c50: () => kvTask('c50-ok', 206.78, 15),
  c10ok: () => kvTask('c10-ok', 0.832, Number.POSITIVE_INFINITY),
  c10bad: () => kvTask('c10-bad', 0.572, Number.POSITIVE_INFINITY),
};

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function cpuMillis(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >>> 1] ?? 0;
}

function report(id: string, make: () => Task): boolean {
  const { name, porcupine, limit, run } = make();
  const wrong = run();
  const times = Array.from({ length: rounds }, () => cpuMillis(run));
  const warm = median(times.slice(rounds >>> 1));
  const colds = Array.from({ length: 5 }, () =>
    Number(execFileSync(process.execPath, [import.meta.filename, 'cold', id], { encoding: 'utf8' })),
  );
  const wanted = Number.isFinite(limit) ? `, wanted at most ${limit.toFixed(1)} ms` : '';
  print(
    `${name.padEnd(18)} warm ${warm.toFixed(2)} ms, cold ${median(colds).toFixed(1)} ms; Porcupine ${porcupine.toFixed(1)} ms, ${(porcupine / warm).toFixed(0)} times warm${wanted}`,
  );
  for (const line of wrong) print(`  ${line}`);
  return wrong.length === 0 && warm <= limit;
}

/** As a simulator makes them: short ones, one after another. */
function reportShort(operations: number): void {
  const recipe = { ...stores, operations: [operations, operations], processes: [5, 5], changes: 0 } as const;
  const histories = Array.from({ length: 2_000 }, (_, seed) => randomHistory(recipe, dice(seed)));
  const run = (): void => {
    for (const history of histories) linearizable(history, recipe.model);
  };
  const times = Array.from({ length: 11 }, () => cpuMillis(run));
  const perSecond = (histories.length / median(times)) * 1000;
  print(
    `${String(operations).padStart(3)} operations: ${Math.round(perSecond)} histories a second of a key-value store`,
  );
}

if (!isRecordedHere) {
  print('The recorded histories are absent: there is no ../shared/data/histories beside this repository.');
} else if (process.argv[2] === 'cold') {
  const task = tasks[process.argv[3] ?? '']?.();
  print(String(cpuMillis(() => task?.run())));
} else {
  const results = Object.entries(tasks).map(([id, make]) => report(id, make));
  print(
    `The model of the register is asked ${modelCalls()} times about all logs of etcd; by Porcupine, 1,363,329 times.`,
  );
  process.exitCode = results.every(Boolean) ? 0 : 1;
}
if (process.argv[2] !== 'cold') for (const operations of [5, 20, 60]) reportShort(operations);
