/** The machines of the swarm that this engine manages. */
import type Docker from 'dockerode';
import { CannotRun } from '../cannot-run.ts';
import { say } from '../words/say.ts';
import { attempt } from './options.ts';

interface SwarmNode {
  Spec: { Availability: string };
  Description: { Hostname: string };
  Status: { State: string };
}

/** Hostnames of those that take work, in their order; none if there is no swarm, or this engine is not its manager. */
export async function machinesOf(docker: Docker | undefined): Promise<string[]> {
  const { Swarm } = (await docker?.info()) ?? {};
  if (!docker || !Swarm?.ControlAvailable) return [];
  const nodes = (await docker.listNodes()) as SwarmNode[];
  const names = nodes
    .filter(({ Spec, Status }) => Spec.Availability === 'active' && Status.State === 'ready')
    .map(({ Description }) => Description.Hostname)
    .sort();
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice === undefined) return names;
  throw new CannotRun(say('compose-same-name', { attempt: attempt(), name: twice }));
}
