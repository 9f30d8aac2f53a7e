/** What a container of the image is like: the same for compose files and for `weekend cluster`. */
import { isAbsolute, relative, sep } from 'node:path';
import { CannotRun } from '../cannot-run.ts';
import type { Lineup } from '../lineup.ts';
import { root, shown } from '../places.ts';
import { say } from '../words/say.ts';
import type { NodeSettings } from './node-settings.ts';

export const image = 'raft-weekend';

/** From the root of the repository, which is the context. */
export const dockerfile = 'packages/process/Dockerfile';

/** What the image is built from, unless a machine cannot have it. */
export const usualBase = 'node:24-slim';

/** Where a node keeps what it saves: a volume. */
export const dataFolder = '/data';

/** The ports inside. Each container has an address of its own, so they are the same for all. */
export const httpPort = 8080;
const raftPort = 7000;

const home = '/app';

/** `hosts`: each node's id and where its container is. `lineup`: each stage's file, from the root of the repository. */
export const settingsInside = (
  hosts: readonly (readonly [id: string, host: string])[],
  lineup: Lineup,
): NodeSettings => ({
  data: dataFolder,
  listen: `0.0.0.0:${raftPort}`,
  http: `0.0.0.0:${httpPort}`,
  peers: hosts.map(([id, host]) => [id, `${host}:${raftPort}`]),
  lineup: Object.fromEntries(Object.entries(lineup).map(([stage, file]) => [stage, `${home}/${file}`])),
});

/** The lineup by its paths from the root. The image holds `exercises` and `solutions`, so a container finds no other file. */
export const insideImage = (lineup: Lineup, attempt: string): Lineup =>
  Object.fromEntries(Object.entries(lineup).map(([stage, file]) => [stage, fromRoot(file, attempt)]));

function fromRoot(file: string, attempt: string): string {
  const path = relative(root, file);
  const inImage = !isAbsolute(path) && ['exercises', 'solutions'].includes(path.split(sep)[0] as string);
  if (inImage) return shown(file);
  throw new CannotRun(say('cluster-not-in-image', { attempt, file: shown(file) }));
}
