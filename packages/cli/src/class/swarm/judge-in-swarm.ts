/** Has a submission judged as a job of a Docker Swarm: a service that runs once, on whichever machine has room. */
import { randomBytes } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { performance } from 'node:perf_hooks';
import { PassThrough, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import type Docker from 'dockerode';
import { isGone } from '../../cluster/docker/errors.ts';
import { compiles } from '../../grade/compiles.ts';
import { urlOf } from '../../sandbox/fence.ts';
import { apartLimits } from '../apart-limits.ts';
import type { Case } from '../boxes/box.ts';
import { classLabel, sweep } from '../boxes/container.ts';
import { judgeHome, plainFlags } from '../boxes/programs.ts';
import { gradeOf, NotGraded } from '../judge-submission.ts';
import type { Judging } from '../judging.ts';
import type { ApartRun } from '../run-apart.ts';
import { mostParcelBytes, packed, parcelFile, unpacked, writable } from './parcel.ts';
import { unpackedResult } from './result.ts';

export const inSwarm =
  (docker: Docker, image: string, label: string): Judging =>
  async (given, callOff) => {
    const began = performance.now();
    const [compiled, apart] = await Promise.all([
      compiles(given.file, given.stage.imports),
      runJob(docker, image, label, given, callOff),
    ]);
    return gradeOf(given, compiled, apart, Math.round(performance.now() - began));
  };

async function runJob(
  docker: Docker,
  image: string,
  label: string,
  given: Case,
  callOff: AbortSignal,
): Promise<ApartRun> {
  const data = Buffer.from(JSON.stringify(packed(given)));
  if (data.length > mostParcelBytes)
    throw new NotGraded(
      `${basename(given.file)} and its parts have ${data.length} bytes; a swarm passes on ${mostParcelBytes}`,
    );
  const name = `raft-weekend-class-${randomBytes(8).toString('hex')}`;
  const labels = { [classLabel]: label };
  const config = await docker.createConfig({ Name: name, Labels: labels, Data: data.toString('base64') } as never);
  const configId = (config as unknown as { id?: string; ID?: string }).ID ?? (config as { id: string }).id;
  try {
    const service = await docker.createService(serviceOf(name, labels, configId, image, networkOf(label)) as never);
    try {
      await over(docker, service.id, callOff);
      const told = unpackedResult(await printedBy(docker, service));
      if (told === undefined) throw new NotGraded("the swarm's task printed no whole result");
      return JSON.parse(told.replaceAll(`file://${unpacked}/`, `${urlOf(dirname(given.file))}/`));
    } finally {
      await service.remove().catch(isGone);
    }
  } finally {
    await removedConfig(docker, configId);
  }
}

/** Root, with what it takes to become another user and to end his processes, and with nothing else. */
function serviceOf(name: string, labels: object, configId: string, image: string, network: string) {
  return {
    Name: name,
    Labels: labels,
    Mode: { ReplicatedJob: { MaxConcurrent: 1, TotalCompletions: 1 } },
    TaskTemplate: {
      ContainerSpec: {
        Image: image,
        Labels: labels,
        Command: ['node', ...plainFlags, `${judgeHome}/packages/cli/src/class/swarm/inside.ts`],
        User: '0:0',
        ReadOnly: true,
        CapabilityDrop: ['ALL'],
        CapabilityAdd: ['CAP_SETUID', 'CAP_SETGID', 'CAP_KILL'],
        Mounts: [{ Type: 'tmpfs', Target: writable, TmpfsOptions: { SizeBytes: 4 * 2 ** 20, Mode: 0o755 } }],
        Configs: [
          { ConfigID: configId, ConfigName: name, File: { Name: parcelFile, UID: '0', GID: '0', Mode: 0o400 } },
        ],
      },
      Resources: { Limits: { MemoryBytes: 1536 * 2 ** 20, NanoCPUs: 2_000_000_000, Pids: 128 } },
      RestartPolicy: { Condition: 'none' },
      Networks: [{ Target: network }],
      LogDriver: { Name: 'json-file', Options: { 'max-size': '8m', 'max-file': '1' } },
    },
  };
}

interface Task {
  ID: string;
  Status: { State: string; Err?: string; Message?: string };
}

const everyMs = 100;

/** Waits until its one task has ended. */
async function over(docker: Docker, service: string, callOff: AbortSignal): Promise<void> {
  const until = performance.now() + apartLimits.wallMs + 60_000;
  for (;;) {
    callOff.throwIfAborted();
    const [task] = (await docker.listTasks({ filters: { service: [service] } })) as Task[];
    switch (task?.Status.State) {
      case 'complete':
        return;
      case 'failed':
      case 'rejected':
      case 'orphaned':
      case 'shutdown':
        throw new NotGraded(
          `the swarm's task ended as ${task.Status.State}: ${task.Status.Err ?? task.Status.Message}`,
        );
      default:
        if (performance.now() > until) throw new NotGraded('the swarm did not come to it in time');
    }
    await setTimeout(everyMs, undefined, { signal: callOff });
  }
}

async function printedBy(docker: Docker, service: Docker.Service): Promise<string> {
  const stream = (await service.logs({ stdout: true, stderr: false, follow: false } as never)) as unknown as
    | Readable
    | Buffer;
  const pieces = Buffer.isBuffer(stream) ? stream : await buffer(stream);
  const stdout = new PassThrough();
  const source = new PassThrough();
  docker.modem.demuxStream(source, stdout, new PassThrough().resume());
  source.on('end', () => stdout.end());
  source.end(pieces);
  return (await buffer(stdout)).toString('utf8');
}

/** A moment after its service, a config may still be in use. */
async function removedConfig(docker: Docker, id: string): Promise<void> {
  await docker
    .getConfig(id)
    .remove()
    .catch(() => {});
}

const networkOf = (label: string): string => `raft-weekend-class-${label}`;

/** A network that leads nowhere: a swarm has no way to give a task none at all. */
export async function closedNetwork(docker: Docker, label: string): Promise<void> {
  const found = await docker.getNetwork(networkOf(label)).inspect().catch(isGone);
  if (found) return;
  const settings = { Name: networkOf(label), Driver: 'overlay', Internal: true, CheckDuplicate: true };
  await docker.createNetwork({ ...settings, Labels: { [classLabel]: label } });
}

/** Removes all with this label, also what a run that was killed has left behind. */
export async function sweepSwarm(docker: Docker, label: string): Promise<void> {
  const filters = { label: [`${classLabel}=${label}`] };
  for (const { ID } of await docker.listServices({ filters })) await docker.getService(ID).remove().catch(isGone);
  for (const config of (await docker.listConfigs({ filters } as never)) as unknown as { ID: string }[])
    await removedConfig(docker, config.ID);
  // A task that is done leaves its container on its machine. Here we can take it away.
  await sweep(docker, label);
  await removedNetwork(docker, label);
}

/** A moment after its last task, a network may still be in use. */
async function removedNetwork(docker: Docker, label: string): Promise<void> {
  const network = docker.getNetwork(networkOf(label));
  const isLeft = async () => (await network.inspect().catch(isGone)) !== undefined;
  for (let tries = 0; tries < 100 && (await isLeft()); tries++) {
    await network.remove().catch(() => {});
    await setTimeout(everyMs);
  }
}
