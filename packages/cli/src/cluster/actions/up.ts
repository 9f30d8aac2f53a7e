/** `weekend cluster up N`: starts a cluster that goes on running, and shows it until somebody has seen enough. */
import { CannotRun, type ExitCode, exitCodes } from '../../cannot-run.ts';
import { weekend } from '../../command-line.ts';
import { print, printJson } from '../../output.ts';
import { paint } from '../../paper.ts';
import { shown } from '../../places.ts';
import { say } from '../../words/say.ts';
import { firstPort, nodeCount, runtimeFrom } from '../asked.ts';
import { clusterLineup, isUnwritten, lineupLines } from '../cluster-lineup.ts';
import { type Crash, crashAmong } from '../crash.ts';
import type { Fleet } from '../fleet.ts';
import { fleetOf } from '../fleets.ts';
import { interruptible } from '../interrupts.ts';
import { live } from '../live.ts';
import { agreedReign, look, type Sighting } from '../observe.ts';
import { claimName, newKey, type Plan, plannedNodes, readPlan, usualName } from '../plan.ts';
import { clusterDocument, table } from '../table.ts';
import { until } from '../until.ts';

export interface UpOptions {
  runtime: string;
  lineup?: string;
  basePort: string;
  json?: boolean;
}

/** How long the first election may take before we say that there is none: some thirty election timeouts. */
const patience = 10_000;

export async function up(nodes: string | undefined, options: UpOptions): Promise<ExitCode> {
  const attempt = say('do-start-cluster');
  const fleet = await fleetOf(planFrom(nodes, options, attempt), attempt);
  const tell = options.json ? () => {} : (line: string) => print(`  ${line}`);
  if (!claimName(fleet.plan)) throw new CannotRun(alreadyUp(attempt));
  return interruptible(say('cluster-interrupted'), async (signal) => {
    for (const line of lineupLines(fleet.plan.lineup)) tell(line);
    const seen = await firstElection(fleet, tell, signal).catch(async (error) => {
      await fleet.down();
      throw error;
    });
    // Nothing can be seen of such a cluster, so there is nothing to keep it for.
    if (seen.crash?.notWritten) await fleet.down();
    if (options.json)
      printJson({ ...clusterDocument(fleet, seen.sightings), ...(seen.crash && { crash: seen.crash }) });
    else await show(fleet, seen, signal);
    return seen.agreed ? exitCodes.holds : exitCodes.fellShort;
  });
}

function planFrom(nodes: string | undefined, { runtime, lineup, basePort }: UpOptions, attempt: string): Plan {
  const count = nodeCount(nodes, 1, attempt);
  return {
    name: usualName,
    runtime: runtimeFrom(runtime, attempt),
    nodes: plannedNodes(count, firstPort(basePort, 2 * count, attempt)),
    lineup: clusterLineup(lineup, 'mine', attempt),
    key: newKey(),
  };
}

function alreadyUp(attempt: string): string {
  const count = readPlan(usualName)?.nodes.length ?? 0;
  return say('cluster-already', {
    attempt,
    count,
    status: `${weekend()} cluster status`,
    down: `${weekend()} cluster down`,
  });
}

export interface Seen {
  sightings: readonly Sighting[];
  agreed: boolean;
  crash?: Crash;
}

/** Starts the nodes and looks until all agree on a leader, one has gone down by itself, or it has lasted too long. */
export async function firstElection(fleet: Fleet, tell: (line: string) => void, signal: AbortSignal): Promise<Seen> {
  await fleet.up(tell, signal);
  let seen: Seen = { sightings: [], agreed: false };
  await until(
    async () => {
      const sightings = await look(fleet);
      const crash = await crashAmong(fleet, sightings);
      seen = { sightings, agreed: !crash && agreedReign(sightings) !== undefined, ...(crash && { crash }) };
      return seen.agreed || crash ? seen : undefined;
    },
    { within: patience, every: Math.max(50, 4 * fleet.plan.nodes.length), signal },
  );
  return seen;
}

async function show(fleet: Fleet, { sightings, agreed, crash }: Seen, signal: AbortSignal): Promise<void> {
  if (crash?.notWritten) return print(unwritten(fleet, crash));
  if (crash) print(`\n${paint('red', say('cluster-went-down', { node: crash.id }))}\n${crash.words}\n`);
  else if (!agreed) print(`\n${paint('red', say('cluster-no-leader', { seconds: patience / 1000 }))}\n`);
  const hint = say('cluster-goes-on', { command: `${weekend()} cluster down` });
  if (process.stdout.isTTY && !crash) {
    print('');
    await live(fleet, say('cluster-table-only'), signal);
  } else print(['', ...table(sightings)].join('\n'));
  print(`\n${hint}`);
}

function unwritten(fleet: Fleet, { id, notWritten }: Crash): string {
  const open = Object.entries(fleet.plan.lineup).filter(([, file]) => isUnwritten(file));
  const reference = open.map(([stage]) => `${stage}=reference`).join(',');
  const files = open.map(([, file]) => shown(file)).join(say('either'));
  const command = `${weekend()} cluster up ${fleet.plan.nodes.length} --lineup ${reference}`;
  return [
    '',
    `${paint('yellow', say('cluster-unwritten', { node: id }))} ${notWritten}`,
    say('cluster-write-it', { files, command }),
    say('cluster-nothing-left'),
  ].join('\n');
}
