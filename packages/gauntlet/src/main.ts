/** `pnpm gauntlet`: are the suites as good as we say? All that is known to be wrong has to fail, and nothing that is right. */
import { parseArgs } from 'node:util';
import { handWritten, holds } from './hand-written.ts';
import { lineups, tellLineups } from './lineups.ts';
import { machine } from './machine.ts';
import { Pool } from './pool.ts';
import { rowsOf, tellHandWritten, tellMachine } from './report.ts';
import { findStage, type Stage, stages } from './stages.ts';

const usage = `Usage: pnpm gauntlet [--stage STAGE]… [--whole] [--machine] [--lineups] [--seeds N] [--json]

Without more: every mutant against the milestone of its mistake, every right stage against its whole suite.
  --whole     every mutant against its whole suite, to see what each milestone finds, and finds alone
  --machine   instead: mutants made by machine, of every reference; who survives has to be explained
  --lineups   instead: clusters whose nodes mix the stages of different right people
  --seeds N   how many seeds a right one has to pass (100)
Exit 1 unless all that is wrong fails and nothing that is right does.`;

const began = performance.now();
const { values: asked } = parseArgs({
  options: {
    stage: { type: 'string', multiple: true },
    whole: { type: 'boolean', default: false },
    machine: { type: 'boolean', default: false },
    lineups: { type: 'boolean', default: false },
    seeds: { type: 'string', default: '100' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (asked.help) console.log(usage);
else {
  const chosen = chosenStages();
  if (chosen) process.exitCode = (await run(chosen)) ? 0 : 1;
}

/** Nothing if one of those that are asked for is not there, and then it is said. */
function chosenStages(): readonly Stage[] | undefined {
  try {
    return asked.stage ? asked.stage.map(findStage) : stages;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
    return undefined;
  }
}

async function run(chosen: readonly Stage[]): Promise<boolean> {
  const seeds = Number(asked.seeds);
  if (asked.lineups) {
    const results = await lineups(seeds);
    print(results, () => tellLineups(results));
    return results.every(({ broken }) => broken === undefined);
  }
  const pool = new Pool();
  const passed = asked.machine ? await runMachine(pool) : await runHandWritten(pool);
  await pool.end();
  return passed;

  async function runMachine(pool: Pool): Promise<boolean> {
    const results = await oneAfterAnother((stage) => machine(stage, pool), tellMachine);
    return results.every(({ unexplained, stale }) => unexplained.length === 0 && stale.length === 0);
  }

  async function runHandWritten(pool: Pool): Promise<boolean> {
    const prove = async (stage: Stage) => {
      const result = await handWritten(stage, pool, { seeds, whole: asked.whole });
      const milestones = rowsOf(
        result,
        stage.suite.milestones.map(({ id }) => id),
        asked.whole,
      );
      return { ...result, milestones };
    };
    const results = await oneAfterAnother(prove, (result, ms) => tellHandWritten(result, result.milestones, ms));
    return results.every(holds);
  }

  /** Tells each stage as it is done; as JSON all at the end. */
  async function oneAfterAnother<T>(
    act: (stage: Stage) => Promise<T>,
    tell: (result: T, ms: number) => string,
  ): Promise<T[]> {
    const results: T[] = [];
    for (const stage of chosen) {
      const start = performance.now();
      const result = await act(stage);
      if (!asked.json) console.log(tell(result, performance.now() - start));
      results.push(result);
    }
    print(results, () => `${((performance.now() - began) / 1000).toFixed(1)} s in all`);
    return results;
  }
}

function print(results: unknown, tell: () => string): void {
  console.log(asked.json ? JSON.stringify(results, null, 2) : tell());
}
