/** `weekend cluster status`: how each node is, once or until Ctrl-C. */
import { type ExitCode, exitCodes } from '../../cannot-run.ts';
import { print, printJson } from '../../output.ts';
import { say } from '../../words/say.ts';
import { usualFleet } from '../fleets.ts';
import { interruptible } from '../interrupts.ts';
import { live } from '../live.ts';
import { agreedReign, look } from '../observe.ts';
import { clusterDocument, table } from '../table.ts';

/** Exit 0 if all running nodes name the same leader. */
export async function report({ json, follow }: { json?: boolean; follow?: boolean }): Promise<ExitCode> {
  const fleet = await usualFleet(say('do-show-cluster'));
  if (follow && process.stdout.isTTY && !json)
    await interruptible('', (signal) => live(fleet, say('cluster-table-only'), signal));
  const sightings = await look(fleet);
  if (json) printJson(clusterDocument(fleet, sightings));
  else if (!follow) print(table(sightings).join('\n'));
  return agreedReign(sightings) ? exitCodes.holds : exitCodes.fellShort;
}
