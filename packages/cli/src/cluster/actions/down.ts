/** `weekend cluster down`: ends the cluster, and what an interrupted scenario could not end by itself. */
import { type ExitCode, exitCodes } from '../../cannot-run.ts';
import { print } from '../../output.ts';
import { say } from '../../words/say.ts';
import { fleetOf, usualFleet } from '../fleets.ts';
import { allPlans, type Plan, usualName } from '../plan.ts';
import { canTellProcesses, lifeOf } from '../process/processes.ts';

export async function down(): Promise<ExitCode> {
  const attempt = say('do-end-cluster');
  const orphans = allPlans().filter(isOrphan);
  for (const plan of orphans) {
    await (await fleetOf(plan, attempt)).down();
    print(say('cluster-orphan', { name: plan.name }));
  }
  const isUp = allPlans().some(({ name }) => name === usualName);
  if (orphans.length > 0 && !isUp) return exitCodes.holds;
  const fleet = await usualFleet(attempt);
  await fleet.down();
  print(say('cluster-down'));
  return exitCodes.holds;
}

/** Its owner was to end it, and is no longer there. The owner is a Node, whatever else has its id by now. */
const isOrphan = ({ owner }: Plan): boolean =>
  owner !== undefined && canTellProcesses && lifeOf(owner, 'node') === 'stopped';
