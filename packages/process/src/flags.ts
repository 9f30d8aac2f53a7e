/** What the executable is told: by flags, or by environment variables of the same names (`--data`, `WEEKEND_DATA`). */
import { parseArgs } from 'node:util';
import type { Address } from '@weekend/protocol';
import { type HostPort, parseHostPort } from './addresses.ts';
import { CannotStart } from './cannot-start.ts';

export interface Flags {
  id: Address;
  data: string;
  listen: HostPort;
  http: HostPort | undefined;
  peers: Record<Address, HostPort>;
  /** Where --peers says that the node itself is. */
  advertised: HostPort | undefined;
  /** The module whose `deploy` makes the protocol. */
  protocol: string;
  /** For each stage the file that stands there. */
  stages: Record<string, string>;
  /** The module whose `logStore` says how what is saved lies in the folder. */
  store: string;
  /** The module whose `openGateway` speaks with clients. */
  api: string | undefined;
  keyFile: string | undefined;
}

export const usage = `Runs one node of a protocol as a process.

  --id n1                                    the node's name
  --data DIR                                 its folder; made if it is not there
  --listen 127.0.0.1:7001                    where the other nodes reach it; port 0 for any that is free
  --peers n2=127.0.0.1:7002,n3=node3:7003    the other nodes; the node itself may be among them
  --protocol MODULE                          exports deploy(stages) and describe(state)
  --stages '{"election":"election.ts"}'      the file of each stage
  --store log-store.ts                       exports logStore: how what is saved lies in its folder
  --api MODULE                               exports openGateway(door): what clients can ask, on the port of --http
  --http 127.0.0.1:8081                      where /status, /metrics, /events and /healthz are; none if left out
  --key-file FILE                            holds the cluster key; or set WEEKEND_CLUSTER_KEY

Each may be given as an environment variable instead: WEEKEND_ID, WEEKEND_DATA, …, WEEKEND_KEY_FILE.
`;

const names = ['id', 'data', 'listen', 'http', 'peers', 'protocol', 'stages', 'store', 'api', 'key-file'] as const;
type Name = (typeof names)[number];

/** Nothing if help was asked for. Throws `CannotStart` for what can't be understood. */
export function readFlags(args: readonly string[], env: NodeJS.ProcessEnv): Flags | undefined {
  const given = parsed(args);
  if (given.help) return undefined;
  const value = (name: Name) => given[name] ?? (env[variableOf(name)] || undefined);
  const wanted = (name: Name) => value(name) ?? missing(name);
  const id = checkedName(wanted('id'));
  const http = value('http');
  const { [id]: advertised, ...peers } = readPeers(value('peers') ?? '');
  return {
    id,
    data: wanted('data'),
    listen: hostPort('listen', wanted('listen')),
    http: http === undefined ? undefined : hostPort('http', http),
    peers,
    advertised,
    protocol: wanted('protocol'),
    stages: readStages(value('stages') ?? '{}'),
    store: wanted('store'),
    api: value('api'),
    keyFile: value('key-file'),
  };
}

function parsed(args: readonly string[]): Partial<Record<Name, string>> & { help?: boolean } {
  const options = {
    ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    help: { type: 'boolean' as const, short: 'h' },
  };
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new CannotStart(`Cannot read the flags: ${(error as Error).message.split('. ')[0]}; --help lists them`);
  }
}

function readPeers(text: string): Record<Address, HostPort> {
  const peers: Record<Address, HostPort> = {};
  for (const part of text.split(',').filter((part) => part !== '')) {
    const [, peer, at] = /^([^=]+)=(.+)$/.exec(part) ?? [];
    if (!peer || !at) throw new CannotStart(`Cannot read --peers: "${part}" is not of the form n2=127.0.0.1:7002`);
    peers[checkedName(peer)] = hostPort('peers', at);
  }
  return peers;
}

function readStages(text: string): Record<string, string> {
  const wanted = 'a JSON object of stages and files, such as {"election":"election.ts"}, is wanted';
  const stages = parsedJson(text);
  const isObject = typeof stages === 'object' && stages !== null && !Array.isArray(stages);
  if (!isObject || !Object.values(stages).every((file) => typeof file === 'string'))
    throw new CannotStart(`Cannot read --stages: got ${text}; ${wanted}`);
  return stages as Record<string, string>;
}

/** Nothing if it is not JSON. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function checkedName(name: Address): Address {
  if (/^[\w.-]{1,64}$/.test(name)) return name;
  throw new CannotStart(
    `Cannot call a node "${name}": letters, digits, ".", "_" and "-" are wanted, at most 64 of them`,
  );
}

function hostPort(name: Name, text: string): HostPort {
  const at = parseHostPort(text);
  if (!at) throw new CannotStart(`Cannot read --${name}: "${text}" is not a host and a port, such as 127.0.0.1:7001`);
  return at;
}

function missing(name: Name): never {
  throw new CannotStart(`Cannot start a node without --${name} (or ${variableOf(name)}); --help lists the flags`);
}

const variableOf = (name: Name) => `WEEKEND_${name.toUpperCase().replaceAll('-', '_')}`;
