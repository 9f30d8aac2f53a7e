/** What a cluster's things are called in Docker, and the labels by which they are found again. */
import { homeOf, type Plan } from '../plan.ts';

export const clusterLabel = 'raft-weekend.cluster';
const homeLabel = 'raft-weekend.home';
const nodeLabel = 'raft-weekend.node';

export interface Names {
  /** The network of the nodes' talk, where each is known by its id. This is the one that a partition cuts. */
  network: string;
  /** The network through which this machine reaches the status pages, also of a node that is cut off. */
  front: string;
  /** The network of a group that a partition has set aside. */
  side(group: number): string;
  /** Of a node's container and of its volume. */
  node(id: string): string;
  labels(id?: string): Record<string, string>;
  /** Finds all that has the labels of this cluster, and of no other one in another folder. */
  filters: { label: string[] };
}

export function namesOf({ name }: Plan): Names {
  const whole = `raft-weekend-${name}`;
  const labels = { [clusterLabel]: name, [homeLabel]: homeOf(name) };
  return {
    network: whole,
    front: `${whole}-front`,
    side: (group) => `${whole}-side-${group}`,
    node: (id) => `${whole}-${id}`,
    labels: (id) => (id === undefined ? labels : { ...labels, [nodeLabel]: id }),
    filters: { label: Object.entries(labels).map(([label, value]) => `${label}=${value}`) },
  };
}
