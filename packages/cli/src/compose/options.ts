/** What somebody asked of generate-compose: the words of the command line, checked, or one sentence on what is wrong. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CannotRun } from '../cannot-run.ts';
import { clusterLineup } from '../cluster/cluster-lineup.ts';
import { insideImage } from '../cluster/container.ts';
import type { Lineup } from '../lineup.ts';
import { didYouMean } from '../words/did-you-mean.ts';
import { say } from '../words/say.ts';
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

/** What somebody wants who starts generate-compose. */
export const attempt = (): string => say('do-compose');

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
  if (values.machines !== undefined) throw new CannotRun(say('compose-machines-alone', { attempt: attempt() }));
  return { kind: 'compose', ...common, subnet: subnetFor(values.subnet ?? '10.77.0.0/24', nodes) };
}

function parsed(args: readonly string[]) {
  // Asked first: what parseArgs itself says of an unknown flag goes over three lines.
  for (const arg of args) refuseUnknown(arg);
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: true });
  } catch (error) {
    throw new CannotRun(
      say('compose-flags', { attempt: attempt(), why: (error as Error).message.split('\n')[0] ?? '' }),
    );
  }
}

function refuseUnknown(arg: string): void {
  if (!arg.startsWith('-')) return;
  const names = Object.keys(flags).map((name) => `--${name}`);
  const name = arg.split('=')[0] as string;
  if (names.includes(name)) return;
  throw new CannotRun(
    say('compose-no-flag', { attempt: attempt(), name, meant: didYouMean(name, names), names: names.join(', ') }),
  );
}

function nodeCount(words: readonly string[]): number {
  const asked = { attempt: attempt(), wanted: say('compose-wanted-count') };
  const [word, ...more] = words;
  if (word === undefined) throw new CannotRun(say('compose-no-count', asked));
  if (more.length > 0) throw new CannotRun(say('compose-more', { ...asked, more: more.join(' ') }));
  const nodes = wholeNumber(word);
  if (nodes === undefined || nodes < 1 || nodes > 253) throw new CannotRun(say('compose-count', { ...asked, word }));
  return nodes;
}

function firstPort(text: string, nodes: number): number {
  const highest = 65535 - nodes + 1;
  const port = wholeNumber(text);
  if (port === undefined || port < 1 || port > highest)
    throw new CannotRun(say('compose-base-port', { attempt: attempt(), text, most: highest, count: nodes }));
  return port;
}

/** Besides the nodes, a subnet holds its own name, the gateway and the broadcast address. */
function subnetFor(text: string, nodes: number): Subnet {
  const subnet = parseSubnet(text);
  if (!subnet) throw new CannotRun(say('compose-subnet', { attempt: attempt(), text }));
  const firstByte = Math.floor(subnet.first / 2 ** 24);
  if (firstByte === 0 || firstByte === 127 || firstByte >= 224)
    throw new CannotRun(say('compose-subnet-forbidden', { attempt: attempt(), text }));
  if (subnet.size < nodes + 3)
    throw new CannotRun(
      say('compose-subnet-small', {
        attempt: attempt(),
        text,
        room: Math.max(0, subnet.size - 3),
        count: nodes,
      }),
    );
  return subnet;
}

/** What Swarm takes by itself holds 254 addresses, and a task that comes back has a new one before the old one is free. */
const mostInUsualOverlay = 120;

function overlayFor(text: string | undefined, nodes: number): Subnet | undefined {
  const room = 2 * nodes + 8;
  const large = `10.77.0.0/${32 - Math.ceil(Math.log2(room + 3))}`;
  const asked = { attempt: attempt(), count: nodes, wanted: say('compose-overlay-room', { room, subnet: large }) };
  if (text === undefined && nodes > mostInUsualOverlay) throw new CannotRun(say('compose-overlay-usual', asked));
  if (text === undefined) return undefined;
  const subnet = subnetFor(text, nodes);
  if (subnet.size < room + 3) throw new CannotRun(say('compose-overlay-small', { ...asked, text }));
  return subnet;
}

function machinesFrom(text: string): string[] {
  const machines = text.split(',').map((name) => name.trim());
  if (machines.every((name) => /^[\w.-]+$/.test(name))) return machines;
  throw new CannotRun(say('compose-machines', { attempt: attempt(), text }));
}

function lineupFor(text: string): Lineup {
  const whole = { solutions: 'reference', reference: 'reference', mine: 'mine' } as const;
  const otherwise = whole[text as keyof typeof whole];
  if (!otherwise && !text.includes('=')) throw new CannotRun(say('compose-lineup', { attempt: attempt(), text }));
  const files = otherwise
    ? clusterLineup(undefined, otherwise, attempt())
    : clusterLineup(text, 'reference', attempt());
  return insideImage(files, attempt());
}

const wholeNumber = (text: string): number | undefined => (/^(0|[1-9]\d*)$/.test(text) ? Number(text) : undefined);
