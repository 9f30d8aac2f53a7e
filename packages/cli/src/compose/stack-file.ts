/**
 * The stack file: the cluster for Docker Swarm, past one machine. Each node is a service of one task, bound to the machine
 * that has its volume: one that moved would come up without its disk, and could vote twice in a term.
 */
import { parseDocument, Scalar } from 'yaml';
import { dataFolder, dockerfile, httpPort, image, settingsInside } from '../cluster/container.ts';
import { asVariables } from '../cluster/node-settings.ts';
import { networkName } from './compose-file.ts';
import { documentText, escaped, nodeNames, volumeOf } from './document.ts';
import { keyName } from './key-file.ts';
import type { StackOptions } from './options.ts';
import { showSubnet } from './subnet.ts';

/** What the secret is called, in the file and in a container. */
const secretName = 'cluster-key';

/** The user of the image, who alone may read the key there: the executable takes no key that others can read. */
const owner = '1000';

/** How a constraint names a machine. */
const byHostname = 'node.hostname == ';

/** Another image can be named where several machines have to pull it from a registry. */
const imageVariable = 'WEEKEND_IMAGE';

/** `machines`: for each node the hostname that it is bound to; a node without one is bound to none. */
export function stackFile(options: StackOptions, machines: Readonly<Record<string, string>>): string {
  const ids = nodeNames(options.nodes);
  const environment = escaped({
    ...asVariables(
      settingsInside(
        ids.map((id) => [id, id]),
        options.lineup,
      ),
    ),
    WEEKEND_KEY_FILE: `/run/secrets/${secretName}`,
  });
  const service = (id: string, position: number) => ({
    image: `\${${imageVariable}:-${image}}`,
    command: [`--id=${id}`],
    environment,
    secrets: [{ source: secretName, target: secretName, uid: owner, gid: owner, mode: forItsOwner() }],
    networks: [networkName],
    // At its own machine, so that the page of one node never shows another: Swarm's mesh would choose for itself.
    ports: [{ target: httpPort, published: options.basePort + position, protocol: 'tcp', mode: 'host' }],
    volumes: [`${volumeOf(id)}:${dataFolder}`],
    deploy: {
      replicas: 1,
      // A node's name leads to the node, and not to a balancer before it.
      endpoint_mode: 'dnsrr',
      ...(machines[id] && { placement: { constraints: [`${byHostname}${machines[id]}`] } }),
      // One that stops comes back soon. There is no health check: Swarm would hide a node's name until the first one.
      restart_policy: { condition: 'any', delay: '1s' },
      // Two nodes on one volume, even for a moment, is one too many.
      update_config: { order: 'stop-first' },
    },
  });
  return documentText(
    {
      // Without it, older engines take the file for one of the first kind.
      version: '3.8',
      services: Object.fromEntries(ids.map((id, i) => [id, service(id, i)])),
      networks: { [networkName]: network(options) },
      secrets: { [secretName]: { file: `./${keyName}` } },
      volumes: Object.fromEntries(ids.map((id) => [volumeOf(id), {}])),
    },
    heading(
      options,
      ids.every((id) => machines[id]),
    ),
  );
}

/** For each node of a stack file that is there already, the machine that it is bound to. */
export function machinesIn(text: string): Record<string, string> {
  const file: { services?: Record<string, BoundService> } | null = parseDocument(text).toJS();
  return Object.fromEntries(
    Object.entries(file?.services ?? {}).flatMap(([id, { deploy }]) => {
      const constraint = deploy?.placement?.constraints?.find((each) => each.startsWith(byHostname));
      return constraint ? [[id, constraint.slice(byHostname.length)]] : [];
    }),
  );
}

interface BoundService {
  deploy?: { placement?: { constraints?: string[] } };
}

/** YAML's readers do not agree on how octal numbers are written. */
function forItsOwner(): Scalar<number> {
  const mode = new Scalar(0o400);
  mode.comment = ' 0400';
  return mode;
}

/** Programs of yours may join it, to talk to the nodes by name. */
const network = ({ subnet }: StackOptions) => ({
  driver: 'overlay',
  attachable: true,
  ...(subnet && { ipam: { config: [{ subnet: showSubnet(subnet) }] } }),
});

const heading = ({ nodes, output }: StackOptions, isBound: boolean): string[] => [
  `A cluster of ${nodes === 1 ? 'one node' : `${nodes} nodes`} for Docker Swarm, written by generate-compose.ts --swarm. To change it, run that again.`,
  `  docker build -t ${image} -f ${dockerfile} .     makes the image, at the root of the repository`,
  `  docker stack deploy -c ${fileName(output)} raft     starts it, or brings it to this state`,
  '  docker stack services raft                      shows it',
  '  docker service logs raft_node1 -f               follows one node',
  '  docker stack rm raft                            ends it; its volumes stay, each on its machine',
  '',
  `Several machines need the image from a registry: ${imageVariable}=registry.example/${image} docker stack deploy …`,
  'The status page of a node is open at its port of its machine to whoever reaches that machine.',
  ...(isBound
    ? ['Each node is bound to the machine that has its volume. Do not move one: it would come up without its disk.']
    : [
        'Nodes are not bound to machines here. With more than one machine that is not safe, for a node that moves leaves its',
        'volume behind, and may then vote twice: run generate-compose.ts again with --machines HOSTNAME,HOSTNAME,…',
      ]),
];

const fileName = (path: string): string => path.replace(/^.*[/\\]/, '');
