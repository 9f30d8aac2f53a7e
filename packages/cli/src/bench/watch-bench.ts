/** `weekend bench watch`: how long a student waits between saving and the first verdict, as `watch` prints it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { CannotRun, type ExitCode, exitCodes } from '../cannot-run.ts';
import { numberFrom } from '../cluster/asked.ts';
import { print, printJson } from '../output.ts';
import { findStage, reference } from '../stages.ts';
import { say } from '../words/say.ts';

export interface WatchBenchOptions {
  saves: string;
  stage: string;
  json?: boolean;
}

const bin = fileURLToPath(new URL('../../bin/weekend.js', import.meta.url));

/** What somebody wants who waits for a verdict, in milliseconds. */
const wantedMs = 1_000;

export async function benchWatch(options: WatchBenchOptions): Promise<ExitCode> {
  const attempt = say('do-measure-watch');
  const saves = numberFrom('--saves', options.saves, 1, 1000, attempt);
  const stage = findStage(options.stage, attempt);
  const folder = mkdtempSync(join(tmpdir(), 'weekend-bench-'));
  const file = join(folder, `${stage.name}.ts`);
  const text = readFileSync(reference(stage), 'utf8');
  writeFileSync(file, text);
  const child = spawn(process.execPath, [bin, 'watch', stage.name, '--submission', file, '--plain', '--lang', 'en'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const times = await measure(child, saves, (round) => save(file, `${text}// ${round}\n`, round));
    const [median, slow] = [quantile(times, 0.5), quantile(times, 0.95)];
    const load = Number((loadavg()[0] ?? 0).toFixed(1));
    const report = {
      stage: stage.name,
      saves,
      median,
      p95: slow,
      max: Math.max(...times),
      processors: availableParallelism(),
      load,
    };
    if (options.json) printJson(report);
    else
      print(
        say('bench-watch', {
          stage: stage.name,
          saves,
          median,
          slow,
          longest: report.max,
          processors: report.processors,
          load,
        }),
      );
    return slow <= wantedMs ? exitCodes.holds : exitCodes.fellShort;
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As editors do it: in place, or another file in its place. */
function save(file: string, text: string, round: number): void {
  if (round % 2 === 0) {
    writeFileSync(file, text);
    return;
  }
  writeFileSync(`${file}~`, text);
  renameSync(`${file}~`, file);
}

/** Resolves to the milliseconds of each save. A round begins when the one before has ended, as a student's would. */
function measure(child: ChildProcess, saves: number, saveAgain: (round: number) => void): Promise<number[]> {
  const times: number[] = [];
  let began: number | undefined;
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new CannotRun(say('bench-watch-ended', { code: String(code), count: times.length }))),
    );
    createInterface({ input: child.stdout as Readable }).on('line', (line) => {
      if (began !== undefined && /^[✔✘○] /.test(line)) {
        times.push(Math.round(performance.now() - began));
        began = undefined;
      }
      if (!/ points, first verdict/.test(line)) return;
      if (times.length === saves) resolve(times);
      // A judge gets ready meanwhile, as it does while a student thinks.
      else
        setTimeout(() => {
          began = performance.now();
          saveAgain(times.length);
        }, thinkingMs);
    });
  });
}

const thinkingMs = 700;

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] as number;
}
