/** How a node's executable is told what it is: by flags where it is a process, by variables where it is a container. */
import type { Lineup } from '../lineup.ts';
import { hasClients } from './cluster-lineup.ts';

/** The executable, from the root of the repository and of the image. */
export const nodeMain = 'packages/process/src/main.ts';

/** What asks a node over HTTP whether it is well; from the same roots. */
export const nodeHealthcheck = 'packages/process/src/healthcheck.ts';

/** What saves for a node where the lineup does not say; from the same roots. */
const referenceLogStore = 'solutions/06-log-store/log-store.ts';

/** The environment variable that holds the key which all nodes of a cluster share. */
export const keyVariable = 'WEEKEND_CLUSTER_KEY';

export interface NodeSettings {
  /** Its folder, where it saves. */
  data: string;
  /** Where the other nodes reach it, and where its status is, each as HOST:PORT. */
  listen: string;
  http: string;
  /** All nodes of the cluster, itself among them: the id and HOST:PORT of each. */
  peers: readonly (readonly [id: string, at: string])[];
  lineup: Lineup;
}

export const asFlags = (id: string, settings: NodeSettings): string[] => [
  `--id=${id}`,
  ...settingsAsText(settings).map(([name, value]) => `--${name}=${value}`),
];

export const asVariables = (settings: NodeSettings): Record<string, string> =>
  Object.fromEntries(settingsAsText(settings).map(([name, value]) => [`WEEKEND_${name.toUpperCase()}`, value]));

const settingsAsText = ({ data, listen, http, peers, lineup }: NodeSettings): (readonly [string, string])[] => [
  ['data', data],
  ['listen', listen],
  ['http', http],
  ['peers', peers.map(([id, at]) => `${id}=${at}`).join(',')],
  ['protocol', '@weekend/raft/deploy'],
  ['stages', JSON.stringify(stagesOf(lineup))],
  ['store', lineup['log-store'] ?? referenceLogStore],
  // Without a store there is nothing to ask for.
  ...(hasClients(lineup) ? [['api', '@weekend/api'] as const] : []),
];

/** Those that the protocol is made of. */
const stagesOf = ({ 'log-store': _, ...stages }: Lineup): Lineup => stages;
