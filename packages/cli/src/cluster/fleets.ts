/** Finds the fleet that a plan speaks of. */
import { CannotRun } from '../cannot-run.ts';
import { weekend } from '../command-line.ts';
import { engine } from './docker/engine.ts';
import { dockerFleet } from './docker/fleet.ts';
import type { Fleet } from './fleet.ts';
import { type Plan, readPlan, usualName } from './plan.ts';
import { processFleet } from './process/fleet.ts';

/** `attempt` is what somebody wants of it, as in "start the cluster". */
export async function fleetOf(plan: Plan, attempt: string): Promise<Fleet> {
  switch (plan.runtime) {
    case 'process':
      return processFleet(plan);
    case 'docker':
      return dockerFleet(await engine(attempt), plan);
    default:
      return plan.runtime satisfies never;
  }
}

/** The cluster that `weekend cluster up` started. */
export async function usualFleet(attempt: string): Promise<Fleet> {
  const plan = readPlan(usualName);
  if (!plan) throw new CannotRun(`Cannot ${attempt}: no cluster is up; start one with "${weekend()} cluster up 5"`);
  return fleetOf(plan, attempt);
}
