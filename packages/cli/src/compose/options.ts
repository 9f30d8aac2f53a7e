/** What somebody asked of generate-compose: the words of the command line, checked, or one sentence on what is wrong. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CannotRun } from '../cannot-run.ts';
import { clusterLineup } from '../cluster/cluster-lineup.ts';
import { insideImage } from '../cluster/container.ts';
import type { Lineup } from '../lineup.ts';
import { didYouMean } from '../nearest.ts';
import { parseSubnet, type Subnet } from './subnet.ts';

export type Asked = ({ kind: 'compose' } & ComposeOptions) | ({ kind: 'stack' } & StackOptions);

/** For one machine. */
export interface ComposeOptions extends Common {
  subnet: Subnet;
}

/** For a swarm of machines. */
export interface StackOptions extends Common {
  /** Their hostnames, where somebody has named them. */
  machines: readonly string[] | undefined;
  /** Swarm finds one by itself if there is none. */
  subnet: Subnet | undefined;
}

interface Common {
  nodes: number;
  /** The absolute path of the file to write. */
  output: string;
  /** The port of the machine at which the first node answers; the others follow. */
  basePort: number;
  /** For each stage, the path of its file from the root of the repository. */
  lineup: Lineup;
}

export const attempt = 'write a compose file';

export const usage = `Usage: pnpm tsx generate-compose.ts NODES [flags]

Writes a compose file for a cluster of NODES nodes, 1 to 253.

  --output FILE     where to write it (docker-compose.yml)
  --base-port N     the port on 127.0.0.1 of the first node's status; the others follow (8080)
  --subnet CIDR     the nodes' own network (10.77.0.0/24)
  --lineup WHOSE    solutions, mine, or STAGE=mine|reference|FILE,… (solutions)
  --swarm           a stack for Docker Swarm, for more than one machine (docker-stack.yml)
  --machines A,B,…  with --swarm: the hostnames of its machines; asked of the swarm if there is one here
`;

const flags = {
  output: { type: 'string' },
  'base-port': { type: 'string', default: '8080' },
  subnet: { type: 'string' },
  lineup: { type: 'string', default: 'solutions' },
  swarm: { type: 'boolean', default: false },
  machines: { type: 'string' },
} as const;

export function whatIsAsked(args: readonly string[]): Asked {
  const { values, positionals } = parsed(args);
  const nodes = nodeCount(positionals);
  const common = {
    nodes,
    output: resolve(values.output ?? (values.swarm ? 'docker-stack.yml' : 'docker-compose.yml')),
    basePort: firstPort(values['base-port'], nodes),
    lineup: lineupFor(values.lineup),
  };
  if (values.swarm)
    return {
      kind: 'stack',
      ...common,
      machines: values.machines === undefined ? undefined : machinesFrom(values.machines),
      subnet: overlayFor(values.subnet, nodes),
    };
  if (values.machines !== undefined)
    throw new CannotRun(`Cannot ${attempt}: --machines names machines of a swarm; wanted --swarm with it.`);
  return { kind: 'compose', ...common, subnet: subnetFor(values.subnet ?? '10.77.0.0/24', nodes) };
}

function parsed(args: readonly string[]) {
  // Asked first: what parseArgs itself says of an unknown flag goes over three lines.
  for (const arg of args) refuseUnknown(arg);
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: true });
  } catch (error) {
    throw new CannotRun(`Cannot ${attempt}: ${(error as Error).message.split('\n')[0]}`);
  }
}

function refuseUnknown(arg: string): void {
  if (!arg.startsWith('-')) return;
  const names = Object.keys(flags).map((name) => `--${name}`);
  const name = arg.split('=')[0] as string;
  if (names.includes(name)) return;
  throw new CannotRun(
    `Cannot ${attempt}: there is no flag ${name}${didYouMean(name, names)}; wanted a number of nodes and any of ${names.join(', ')}.`,
  );
}

function nodeCount(words: readonly string[]): number {
  const wanted = 'wanted a whole number from 1 to 253, as in: pnpm tsx generate-compose.ts 5';
  const [word, ...more] = words;
  if (word === undefined) throw new CannotRun(`Cannot ${attempt}: the number of nodes is missing; ${wanted}`);
  if (more.length > 0)
    throw new CannotRun(`Cannot ${attempt}: after the number of nodes comes "${more.join(' ')}"; ${wanted}`);
  const nodes = wholeNumber(word);
  if (nodes === undefined || nodes < 1 || nodes > 253)
    throw new CannotRun(`Cannot ${attempt}: the number of nodes is "${word}"; ${wanted}`);
  return nodes;
}

function firstPort(text: string, nodes: number): number {
  const highest = 65535 - nodes + 1;
  const port = wholeNumber(text);
  if (port === undefined || port < 1 || port > highest)
    throw new CannotRun(
      `Cannot ${attempt}: --base-port is "${text}"; wanted a whole number from 1 to ${highest}, so that ${nodes} ports from there on are below 65536.`,
    );
  return port;
}

/** Besides the nodes, a subnet holds its own name, the gateway and the broadcast address. */
function subnetFor(text: string, nodes: number): Subnet {
  const subnet = parseSubnet(text);
  if (!subnet)
    throw new CannotRun(
      `Cannot ${attempt}: --subnet is "${text}"; wanted an IPv4 subnet by its first address, like 10.77.0.0/24.`,
    );
  const firstByte = Math.floor(subnet.first / 2 ** 24);
  if (firstByte === 0 || firstByte === 127 || firstByte >= 224)
    throw new CannotRun(
      `Cannot ${attempt}: --subnet is ${text}, which no network may have; wanted a private one, like 10.77.0.0/24.`,
    );
  if (subnet.size < nodes + 3)
    throw new CannotRun(
      `Cannot ${attempt}: --subnet is ${text}, which has room for ${Math.max(0, subnet.size - 3)} nodes, and ${nodes} are wanted; take a shorter prefix.`,
    );
  return subnet;
}

/** What Swarm takes by itself holds 254 addresses, and a task that comes back has a new one before the old one is free. */
const mostInUsualOverlay = 120;

function overlayFor(text: string | undefined, nodes: number): Subnet | undefined {
  const room = 2 * nodes + 8;
  const wanted = `wanted is one with room for ${room} addresses, since a task that comes back has two for a while: take --subnet 10.77.0.0/${32 - Math.ceil(Math.log2(room + 3))}`;
  if (text === undefined && nodes > mostInUsualOverlay)
    throw new CannotRun(`Cannot ${attempt}: ${nodes} nodes do not fit into the network that Swarm makes; ${wanted}`);
  const subnet = text === undefined ? undefined : subnetFor(text, nodes);
  if (subnet && subnet.size < room + 3)
    throw new CannotRun(`Cannot ${attempt}: --subnet is ${text}, which is too small for ${nodes} nodes; ${wanted}`);
  return subnet;
}

function machinesFrom(text: string): string[] {
  const machines = text.split(',').map((name) => name.trim());
  if (machines.every((name) => /^[\w.-]+$/.test(name))) return machines;
  throw new CannotRun(
    `Cannot ${attempt}: --machines is "${text}"; wanted hostnames with commas between, as "docker node ls" shows them.`,
  );
}

function lineupFor(text: string): Lineup {
  const whole = { solutions: 'reference', reference: 'reference', mine: 'mine' } as const;
  const otherwise = whole[text as keyof typeof whole];
  if (!otherwise && !text.includes('='))
    throw new CannotRun(
      `Cannot ${attempt}: --lineup is "${text}"; wanted solutions, mine, or STAGE=mine, STAGE=reference or STAGE=FILE, with commas between.`,
    );
  const files = otherwise ? clusterLineup(undefined, otherwise, attempt) : clusterLineup(text, 'reference', attempt);
  return insideImage(files, attempt);
}

const wholeNumber = (text: string): number | undefined => (/^(0|[1-9]\d*)$/.test(text) ? Number(text) : undefined);
