/** What runs in a `Thread`. */
import { parentPort } from 'node:worker_threads';
import { type Outcome, proveMilestone } from '@weekend/grading';
import { exportOf } from '@weekend/protocol';
import { forgetTurns } from './edited-file.ts';
import type { Proof, ProofOutcome } from './job.ts';
import { type Handlers, suiteOf } from './suites.ts';

/** Promises of the submission that failed and that nobody waited for. */
const failed: unknown[] = [];
process.on('unhandledRejection', (reason) => failed.push(reason));

/** Threads that a suite starts have to know edited files, too. */
const fences = [new URL('./edited-file.ts', import.meta.url).href];

parentPort?.on('message', async (proof: Proof) => {
  forgetTurns();
  failed.length = 0;
  const began = performance.now();
  const outcome = await prove(proof).catch(suiteThrew);
  parentPort?.postMessage({ outcome, ms: performance.now() - began });
});

const suiteThrew = (error: unknown): ProofOutcome => ({
  kind: 'suite-threw',
  message: error instanceof Error ? `${error.stack}` : String(error),
});

async function prove({ stage, submission, milestone: id, dice }: Proof): Promise<Outcome> {
  const milestone = suiteOf(stage).milestones.find((each) => each.id === id);
  if (!milestone) throw new Error(`Cannot prove ${id}: ${stage} has no such milestone`);
  let module: Record<string, Handlers>;
  try {
    module = await import(submission);
  } catch (error) {
    return { kind: 'threw', message: `does not load: ${error}`, frames: [], story: [] };
  }
  const bench = { submission, fences, failures: () => failed.splice(0) };
  return proveMilestone(milestone, module[exportOf(stage)] as Handlers, dice, bench);
}
