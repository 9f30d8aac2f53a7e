/** The compose file: a cluster as services, each with an address, a port and a volume of its own. */
import { dataFolder, dockerfile, httpPort, image, settingsInside, usualBase } from '../cluster/container.ts';
import { asVariables, nodeHealthcheck } from '../cluster/node-settings.ts';
import { documentText, escaped, nodeNames, volumeOf } from './document.ts';
import type { ComposeOptions } from './options.ts';
import { addressAt, showSubnet } from './subnet.ts';

/** The network's name inside the file. Docker puts the project's name before it. */
export const networkName = 'cluster';

/** The file, beside the compose file, from which Compose takes the key and the base of the image. */
export const envName = '.env';

/** The variable that names another base where the usual one cannot be had. */
export const baseVariable = 'WEEKEND_BASE';

interface Member {
  id: string;
  address: string;
  port: number;
}

/** `context` is the way from the file's folder to the repository. Equal options give equal bytes. */
export function composeFile(options: ComposeOptions, context: string): string {
  const members = nodeNames(options.nodes).map((id, i) => ({
    id,
    // Position 1 is the gateway.
    address: addressAt(options.subnet, i + 2),
    port: options.basePort + i,
  }));
  const all = shared(members, options);
  return documentText(
    {
      services: Object.fromEntries(members.map((member, i) => [member.id, service(member, all, i === 0 && context)])),
      networks: { [networkName]: { driver: 'bridge', ipam: { config: [{ subnet: showSubnet(options.subnet) }] } } },
      volumes: Object.fromEntries(members.map(({ id }) => [volumeOf(id), {}])),
    },
    heading(options.nodes),
  );
}

/** What all nodes have in common. */
const shared = (members: readonly Member[], { lineup }: ComposeOptions) => ({
  environment: escaped(
    asVariables(
      settingsInside(
        members.map(({ id, address }) => [id, address]),
        lineup,
      ),
    ),
  ),
  healthcheck: {
    test: ['CMD', 'node', nodeHealthcheck],
    // Each check starts a program: one a second over the whole cluster is enough for any machine.
    interval: `${Math.max(5, members.length)}s`,
    timeout: '5s',
    retries: 3,
  },
});

/** One image for all: the service that has the way to the repository builds it, and the others find it. */
const service = (
  { id, address, port }: Member,
  { environment, healthcheck }: ReturnType<typeof shared>,
  context: string | false,
) => ({
  image,
  ...(context ? { build: build(context) } : { pull_policy: 'never' }),
  command: [`--id=${id}`],
  env_file: envName,
  environment,
  networks: { [networkName]: { ipv4_address: address } },
  ports: [`127.0.0.1:${port}:${httpPort}`],
  volumes: [`${volumeOf(id)}:${dataFolder}`],
  healthcheck,
  restart: 'unless-stopped',
});

const build = (context: string) => ({
  context,
  dockerfile,
  args: { BASE: `\${${baseVariable}:-${usualBase}}` },
});

const heading = (nodes: number): string[] => [
  `A cluster of ${nodes === 1 ? 'one node' : `${nodes} nodes`}, written by generate-compose.ts. To change it, run that again.`,
  '  docker compose up -d --build     starts it, with the code as it is now',
  '  docker compose logs node1 -f     follows one node',
  '  docker compose down              ends it; with -v, it also forgets what it saved',
];
