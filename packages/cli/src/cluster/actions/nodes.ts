/** What one does to the nodes of a running cluster: kill, start, pause, resume, partition, heal. */
import { CannotRun, type ExitCode, exitCodes } from '../../cannot-run.ts';
import { print } from '../../output.ts';
import { type PlainKey, say } from '../../words/say.ts';
import { nodeFrom } from '../asked.ts';
import { crashAmong } from '../crash.ts';
import type { Fleet, Life } from '../fleet.ts';
import { usualFleet } from '../fleets.ts';
import { look } from '../observe.ts';

export async function kill(node: string): Promise<ExitCode> {
  const { fleet, id } = await chosen(node, 'kill');
  await fleet.kill(id);
  print(say('cluster-killed', { node: id }));
  return exitCodes.holds;
}

export async function start(node: string): Promise<ExitCode> {
  const { fleet, id } = await chosen(node, 'start');
  await fleet.start(id);
  const crash = await crashAmong(
    fleet,
    (await look(fleet)).filter((sighting) => sighting.id === id),
  );
  print(crash ? crash.words : say('cluster-started', { node: id }));
  return crash ? exitCodes.fellShort : exitCodes.holds;
}

export async function pause(node: string): Promise<ExitCode> {
  const { fleet, id } = await chosen(node, 'pause');
  await fleet.pause(id);
  print(say('cluster-paused', { node: id }));
  return exitCodes.holds;
}

export async function resume(node: string): Promise<ExitCode> {
  const { fleet, id } = await chosen(node, 'resume');
  await fleet.resume(id);
  print(say('cluster-resumed', { node: id }));
  return exitCodes.holds;
}

/** Each group is written `n1,n2`. */
export async function partition(groups: readonly string[]): Promise<ExitCode> {
  const attempt = say('do-cut');
  const fleet = await usualFleet(attempt);
  const named = groups.map((group) => group.split(',').map((id) => nodeFrom(id.trim(), fleet.plan, attempt)));
  const twice = named.flat().find((id, i, all) => all.indexOf(id) !== i);
  if (twice) throw new CannotRun(say('cluster-twice', { attempt, node: twice }));
  await fleet.partition(named);
  const rest = fleet.plan.nodes.map(({ id }) => id).filter((id) => !named.flat().includes(id));
  const sides = [...named, ...(rest.length > 0 ? [rest] : [])].map((side) => side.join(', '));
  print(say('cluster-cut', { sides: sides.join(' | ') }));
  return exitCodes.holds;
}

export async function heal(): Promise<ExitCode> {
  const fleet = await usualFleet(say('do-heal'));
  await fleet.heal();
  print(say('cluster-healed'));
  return exitCodes.holds;
}

const wantedFor = {
  kill: { lives: ['running', 'paused'], words: 'cluster-wanted-running-or-paused' },
  start: { lives: ['stopped'], words: 'cluster-wanted-stopped' },
  pause: { lives: ['running'], words: 'cluster-wanted-running' },
  resume: { lives: ['paused'], words: 'cluster-wanted-paused' },
} as const satisfies Record<string, { lives: readonly Life[]; words: PlainKey }>;

async function chosen(node: string, verb: keyof typeof wantedFor): Promise<{ fleet: Fleet; id: string }> {
  const attempt = say(`do-${verb}`, { node });
  const fleet = await usualFleet(attempt);
  const id = nodeFrom(node, fleet.plan, attempt);
  const life = (await fleet.lives())[id] ?? 'stopped';
  const wanted: { lives: readonly Life[]; words: PlainKey } = wantedFor[verb];
  if (!wanted.lives.includes(life))
    throw new CannotRun(say('cluster-life', { attempt, is: say(`cluster-is-${life}`), wanted: say(wanted.words) }));
  return { fleet, id };
}
