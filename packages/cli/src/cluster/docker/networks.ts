/** The networks of a cluster of containers: made, cut in two or more, healed and removed. */
import type Docker from 'dockerode';
import { each } from '../each.ts';
import type { Plan } from '../plan.ts';
import { isGone } from './errors.ts';
import type { Names } from './names.ts';

export interface Networks {
  create(): Promise<void>;
  /** Connects a node's container to the network of all. */
  join(id: string): Promise<void>;
  partition(groups: readonly (readonly string[])[]): Promise<void>;
  heal(): Promise<void>;
  remove(): Promise<void>;
}

export function networksOf(docker: Docker, plan: Plan, names: Names): Networks {
  const ids = plan.nodes.map(({ id }) => id);

  const ours = () => docker.listNetworks({ filters: names.filters });

  /** Nodes find each other by id, so that they do so in whatever network they are. */
  const connect = (network: string, id: string) =>
    docker.getNetwork(network).connect({ Container: names.node(id), EndpointConfig: { Aliases: [id] } });

  const makeInternal = (name: string) =>
    docker.createNetwork({ Name: name, Driver: 'bridge', Internal: true, Labels: names.labels() });

  /** In which of the nodes' networks each container is. */
  async function whereabouts(): Promise<Record<string, string | undefined>> {
    const containers = await docker.listContainers({ all: true, filters: names.filters });
    return Object.fromEntries(
      ids.map((id) => {
        const container = containers.find(({ Names }) => Names.includes(`/${names.node(id)}`));
        const all = Object.keys(container?.NetworkSettings.Networks ?? {});
        return [id, all.find((network) => network !== names.front)];
      }),
    );
  }

  async function move(id: string, from: string | undefined, to: string): Promise<void> {
    if (from === to) return;
    if (from) await docker.getNetwork(from).disconnect({ Container: names.node(id), Force: true });
    await connect(to, id);
  }

  async function heal(): Promise<void> {
    const before = await whereabouts();
    await each(ids, (id) => move(id, before[id], names.network));
    const sides = (await ours()).filter(({ Name }) => Name !== names.network && Name !== names.front);
    await each(sides, ({ Id }) => docker.getNetwork(Id).remove().catch(isGone));
  }

  return {
    async create() {
      await docker.createNetwork({
        Name: names.front,
        Driver: 'bridge',
        Labels: names.labels(),
        // The way to the status pages must not become a way around a partition.
        Options: { 'com.docker.network.bridge.enable_icc': 'false' },
      });
      await makeInternal(names.network);
    },

    join: (id) => connect(names.network, id),

    async partition(groups) {
      await heal();
      for (const [i, group] of groups.entries()) {
        await makeInternal(names.side(i + 1));
        await each(group, (id) => move(id, names.network, names.side(i + 1)));
      }
    },

    heal,

    async remove() {
      await each(await ours(), ({ Id }) => docker.getNetwork(Id).remove().catch(isGone));
    },
  };
}
