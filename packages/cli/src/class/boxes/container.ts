/** One locked container for one submission, from its start to the moment when nothing of it is left. */
import type Docker from 'dockerode';
import { isGone } from '../../cluster/docker/errors.ts';
import { usageOf } from '../../sandbox/usage.ts';
import type { BoxLimits, Ended, Opened } from './box.ts';
import { home, sandboxFlags } from './programs.ts';

/** By this label the containers of a class are found again. Its value is the place where the results are. */
export const classLabel = 'raft-weekend.class';

export const submissionFolder = '/submission';

/** Where containers are made, and how they are found again. */
export interface Yard {
  docker: Docker;
  /** The value of `classLabel`. */
  label: string;
  /** For what is copied for a container and removed with it. */
  scratch: string;
}

export interface Order extends Yard {
  image: string;
  limits: BoxLimits;
  /** On this machine: the submission's folder, all that the container sees of it. */
  folder: string;
  /** What Node runs, from the root of the repository, and its one argument. */
  program: string;
  argument: unknown;
}

export interface Running extends Pick<Opened, 'ended' | 'usage' | 'close'> {
  /** Settles when it runs; fails if it can't. */
  started: Promise<unknown>;
}

export async function startContainer(order: Order): Promise<Running> {
  const container = await order.docker.createContainer(settings(order));
  let pid = 0;
  const started = container.start().then(async () => {
    pid = (await container.inspect()).State.Pid;
  });
  const ended = started.then(() => endOf(container));
  ended.catch(() => {});
  let closed: Promise<void> | undefined;
  const close = async () => {
    await started.catch(() => {});
    await container.kill().catch(() => {});
    await ended.catch(() => {});
    await container.remove({ force: true }).catch(isGone);
  };
  return {
    started,
    ended,
    usage: () => (pid === 0 ? undefined : usageOf(pid)),
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

/** Removes what an earlier run with this label has left behind, should it have been killed. */
export async function sweep(docker: Docker, label: string): Promise<void> {
  const left = await docker.listContainers({ all: true, filters: { label: [`${classLabel}=${label}`] } });
  await Promise.all(left.map(({ Id }) => docker.getContainer(Id).remove({ force: true }).catch(isGone)));
}

async function endOf(container: Docker.Container): Promise<Ended> {
  await container.wait();
  const { State } = await container.inspect();
  const { stdout, stderr } = textsIn(await container.logs({ stdout: true, stderr: true }));
  const outOfMemory = State.OOMKilled || /heap out of memory|Allocation failed/i.test(stderr);
  return { code: State.ExitCode, signal: null, outOfMemory, printed: stdout.slice(0, mostPrinted), stderr };
}

const mostPrinted = 64 * 1024;

function settings({ image, label, limits, folder, program, argument }: Order): Docker.ContainerCreateOptions {
  const memory = limits.memoryMb * 2 ** 20;
  return {
    Image: image,
    Cmd: [...sandboxFlags(limits.heapMb), `${home}/${program}`, JSON.stringify(argument)],
    Labels: { [classLabel]: label },
    User: '65534:65534',
    NetworkDisabled: true,
    HostConfig: {
      NetworkMode: 'none',
      IpcMode: 'none',
      ReadonlyRootfs: true,
      CapDrop: ['ALL'],
      SecurityOpt: ['no-new-privileges'],
      Binds: [`${folder}:${submissionFolder}:ro`],
      Memory: memory,
      MemorySwap: memory,
      PidsLimit: 64,
      NanoCpus: 2_000_000_000,
      Ulimits: [
        { Name: 'core', Soft: 0, Hard: 0 },
        { Name: 'fsize', Soft: 0, Hard: 0 },
        { Name: 'nofile', Soft: 256, Hard: 256 },
      ],
      LogConfig: { Type: 'json-file', Config: { 'max-size': '1m', 'max-file': '1' } },
    },
  };
}

/** Docker sends both outputs as one, in pieces: a byte for which of them, three empty ones, four for the length. */
function textsIn(pieces: Buffer): { stdout: string; stderr: string } {
  const heading = 8;
  const texts: [Buffer[], Buffer[]] = [[], []];
  for (let at = 0; at + heading <= pieces.length; ) {
    const end = at + heading + pieces.readUInt32BE(at + 4);
    texts[pieces[at] === 2 ? 1 : 0].push(pieces.subarray(at + heading, end));
    at = end;
  }
  const [stdout, stderr] = texts.map((parts) => Buffer.concat(parts).toString('utf8')) as [string, string];
  return { stdout, stderr };
}
