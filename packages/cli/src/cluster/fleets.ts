/** Finds the fleet that a plan speaks of. */
import { CannotRun } from '../cannot-run.ts';
import { weekend } from '../command-line.ts';
import { say } from '../words/say.ts';
import { engine } from './docker/engine.ts';
import { dockerFleet } from './docker/fleet.ts';
import type { Fleet } from './fleet.ts';
import { type Plan, readPlan, usualName } from './plan.ts';
import { processFleet } from './process/fleet.ts';
import { wiresFor } from './process/wires.ts';

/**
 * `attempt` is what somebody wants of it, as in "start the cluster". `cuttable`: its network will be cut. Between processes
 * that works only as long as this one lives, so it is for those who end the cluster before they end themselves.
 */
export async function fleetOf(plan: Plan, attempt: string, { cuttable = false } = {}): Promise<Fleet> {
  switch (plan.runtime) {
    case 'process':
      return processFleet(plan, cuttable ? wiresFor(plan) : undefined);
    case 'docker':
      return dockerFleet(await engine(attempt), plan);
    default:
      return plan.runtime satisfies never;
  }
}

/** The cluster that `weekend cluster up` started. */
export async function usualFleet(attempt: string): Promise<Fleet> {
  const plan = readPlan(usualName);
  if (!plan) throw new CannotRun(say('cluster-none', { attempt, command: `${weekend()} cluster up 5` }));
  return fleetOf(plan, attempt);
}
