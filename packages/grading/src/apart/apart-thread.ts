/** The thread of `Apart`: proves what it is sent, one after another. */
import { parentPort } from 'node:worker_threads';
import { exportOf } from '@weekend/protocol';
import { concurrency } from '../concurrency/suite.ts';
import { logStore } from '../log-store/suite.ts';
import { proveMilestone } from '../prove.ts';
import { defaultDice, type Suite } from '../suite.ts';
import type { Proof } from './prove-apart.ts';

const suites = { concurrency, 'log-store': logStore };

const failed: unknown[] = [];
process.on('unhandledRejection', (reason) => failed.push(reason));

parentPort?.on('message', async ({ stage, submission, milestone: id, dice }: Proof) => {
  const suite = suites[stage] as Suite<unknown>;
  const milestone = suite.milestones.find((each) => each.id === id);
  if (!milestone) throw new Error(`Cannot prove ${id}: ${stage} has no such milestone`);
  const module = await import(submission);
  const bench = { submission, fences: [], failures: () => failed.splice(0) };
  parentPort?.postMessage(await proveMilestone(milestone, module[exportOf(stage)], { ...defaultDice, ...dice }, bench));
});
