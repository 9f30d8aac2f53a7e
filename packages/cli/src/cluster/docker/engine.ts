/** Finds the Docker engine of this machine, if one answers. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import Docker from 'dockerode';
import { CannotRun } from '../../cannot-run.ts';
import { say } from '../../words/say.ts';

/** How long an engine may take to say that it is there, in milliseconds. */
const patience = 3000;

/** An engine that answers. `DOCKER_HOST` says where, or one of the usual sockets. */
export async function findEngine(): Promise<Docker | undefined> {
  // Two clients, since the patience is only for the question whether anybody is there.
  const answers = await client({ timeout: patience })
    ?.ping()
    .then(
      () => true,
      () => false,
    );
  return answers ? client({}) : undefined;
}

/** `attempt` is what somebody wanted the engine for, as in "start the cluster". */
export async function engine(attempt: string): Promise<Docker> {
  const docker = await findEngine();
  if (docker) return docker;
  const host = process.env.DOCKER_HOST;
  const place = host ? say('engine-at', { host }) : say('engine-here');
  throw new CannotRun(say('engine-none', { attempt, place }));
}

function client(options: { timeout?: number }): Docker | undefined {
  // Docker's own library reads DOCKER_HOST, and throws if that is no address: no engine answers there.
  if (process.env.DOCKER_HOST) return URL.canParse(process.env.DOCKER_HOST) ? new Docker(options) : undefined;
  if (process.platform === 'win32') return new Docker(options);
  const sockets = ['/var/run/docker.sock', join(homedir(), '.docker/run/docker.sock')];
  const socketPath = sockets.find((path) => existsSync(path));
  return socketPath ? new Docker({ ...options, socketPath }) : undefined;
}
