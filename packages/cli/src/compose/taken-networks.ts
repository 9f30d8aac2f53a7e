/** The networks that this machine has already: its own, and Docker's where an engine answers. */
import { networkInterfaces } from 'node:os';
import type Docker from 'dockerode';
import { CannotRun } from '../cannot-run.ts';
import { say } from '../words/say.ts';
import { attempt } from './options.ts';
import { overlap, type Subnet, showSubnet, subnetAround } from './subnet.ts';

export interface TakenNetwork {
  /** In words: `the network bridge of Docker`. */
  whose: string;
  subnet: Subnet;
}

/** `isOurs` tells Docker's networks that an earlier compose file of the same folder made; those may be replaced. */
export async function takenNetworks(
  docker: Docker | undefined,
  isOurs: (labels: Record<string, string>) => boolean,
): Promise<TakenNetwork[]> {
  const networks = (await docker?.listNetworks()) ?? [];
  const ours = networks.filter(({ Labels }) => isOurs(Labels ?? {}));
  const bridges = ours.map(({ Id }) => `br-${Id.slice(0, 12)}`);
  return [
    ...networks
      .filter((network) => !ours.includes(network))
      .flatMap(({ Name, IPAM }) =>
        (IPAM?.Config ?? []).map((config) => taken(say('compose-network-of-docker', { name: Name }), config.Subnet)),
      ),
    ...Object.entries(networkInterfaces())
      .filter(([name]) => !bridges.includes(name))
      .flatMap(([name, at]) => (at ?? []).map(({ cidr }) => taken(say('compose-network-of', { name }), cidr))),
  ].flat();
}

export function refuseOverlap(subnet: Subnet, networks: readonly TakenNetwork[]): void {
  const busy = networks.find((network) => overlap(subnet, network.subnet));
  if (!busy) return;
  const free = freeSubnet(subnet.size, networks);
  const advice = free ? say('compose-free-subnet', { subnet: showSubnet(free) }) : '';
  throw new CannotRun(
    say('compose-overlap', {
      attempt: attempt(),
      subnet: showSubnet(subnet),
      other: showSubnet(busy.subnet),
      whose: busy.whose,
      advice,
    }),
  );
}

/** IPv6 is none of our business. */
function taken(whose: string, cidr: string | null | undefined): TakenNetwork[] {
  const subnet = cidr ? subnetAround(cidr) : undefined;
  return subnet ? [{ whose, subnet }] : [];
}

/** The first of the same size in 10.0.0.0/8, from 10.77.0.0 on. */
function freeSubnet(size: number, networks: readonly TakenNetwork[]): Subnet | undefined {
  const start = subnetAround('10.77.0.0/16')?.first as number;
  for (let first = start - (start % size); first + size <= 11 * 2 ** 24; first += size)
    if (!networks.some(({ subnet }) => overlap(subnet, { first, size }))) return { first, size };
  return undefined;
}
