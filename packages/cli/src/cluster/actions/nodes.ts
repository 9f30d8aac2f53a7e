/** What one does to the nodes of a running cluster: kill, start, pause, resume, partition, heal. */
import { CannotRun, type ExitCode, exitCodes } from '../../cannot-run.ts';
import { print } from '../../output.ts';
import { nodeFrom } from '../asked.ts';
import { crashAmong } from '../crash.ts';
import type { Fleet, Life } from '../fleet.ts';
import { usualFleet } from '../fleets.ts';
import { look } from '../observe.ts';

export async function kill(node: string): Promise<ExitCode> {
  const { fleet, id } = await chosen(node, 'kill', ['running', 'paused']);
  await fleet.kill(id);
  print(`${id} is killed. What it had not saved is gone.`);
  return exitCodes.holds;
}

export async function start(node: string): Promise<ExitCode> {
  const { fleet, id } = await chosen(node, 'start', ['stopped']);
  await fleet.start(id);
  const crash = await crashAmong(
    fleet,
    (await look(fleet)).filter((sighting) => sighting.id === id),
  );
  print(crash ? crash.words : `${id} runs again, with what it had saved.`);
  return crash ? exitCodes.fellShort : exitCodes.holds;
}

export async function pause(node: string): Promise<ExitCode> {
  const { fleet, id } = await chosen(node, 'pause', ['running']);
  await fleet.pause(id);
  print(`${id} stands still. The others cannot tell that from a crash.`);
  return exitCodes.holds;
}

export async function resume(node: string): Promise<ExitCode> {
  const { fleet, id } = await chosen(node, 'resume', ['paused']);
  await fleet.resume(id);
  print(`${id} goes on where it stood.`);
  return exitCodes.holds;
}

/** Each group is written `n1,n2`. */
export async function partition(groups: readonly string[]): Promise<ExitCode> {
  const attempt = 'cut the network';
  const fleet = await usualFleet(attempt);
  const named = groups.map((group) => group.split(',').map((id) => nodeFrom(id.trim(), fleet.plan, attempt)));
  const twice = named.flat().find((id, i, all) => all.indexOf(id) !== i);
  if (twice) throw new CannotRun(`Cannot ${attempt}: ${twice} is named twice, and a node can be on one side only`);
  await fleet.partition(named);
  const rest = fleet.plan.nodes.map(({ id }) => id).filter((id) => !named.flat().includes(id));
  const sides = [...named, ...(rest.length > 0 ? [rest] : [])].map((side) => side.join(', '));
  print(`The network is cut: ${sides.join(' | ')}`);
  return exitCodes.holds;
}

export async function heal(): Promise<ExitCode> {
  const fleet = await usualFleet('heal the network');
  await fleet.heal();
  print('All nodes are in one network again.');
  return exitCodes.holds;
}

const state: Record<Life, string> = { running: 'runs', paused: 'is paused', stopped: 'is stopped' };

async function chosen(node: string, verb: string, wanted: readonly Life[]): Promise<{ fleet: Fleet; id: string }> {
  const fleet = await usualFleet(`${verb} ${node}`);
  const id = nodeFrom(node, fleet.plan, `${verb} ${node}`);
  const life = (await fleet.lives())[id] ?? 'stopped';
  if (!wanted.includes(life))
    throw new CannotRun(
      `Cannot ${verb} ${id}: it ${state[life]}, and wanted is a node that ${wanted.map((each) => state[each]).join(' or ')}`,
    );
  return { fleet, id };
}
