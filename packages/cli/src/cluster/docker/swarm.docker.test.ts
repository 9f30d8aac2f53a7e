/** A generated stack on a real swarm of one machine. Skipped where no Docker engine answers, except in CI. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type Docker from 'dockerode';
import { expect, onTestFinished, type TestContext, test } from 'vitest';
import { temporaryFolder } from '../../../testing/submissions.ts';
import { generate } from '../../compose/generate.ts';
import { each } from '../each.ts';
import { agreedReign, type Reign, type Sighting, viewOf } from '../observe.ts';
import { freeBlock } from '../ports.ts';
import { uninterrupted, until } from '../until.ts';
import { engine, findEngine } from './engine.ts';
import { isGone } from './errors.ts';
import { buildImage } from './image.ts';

/** An image may have to be built, and the machine may be busy. */
const patient = { timeout: 300_000 };
const waiting = { within: 120_000, every: 100, signal: uninterrupted };

const found = await findEngine();

test('Swarm runs the stack, and starts a leader that was killed again, on its volume', patient, async (context) => {
  const docker = await swarmFor(context);
  const image = await buildImage(docker, 'test on Swarm', () => {}, uninterrupted);
  const folder = temporaryFolder();
  const basePort = await freeBlock(3, 'test');
  const file = join(folder, 'docker-stack.yml');
  await generate(['3', '--swarm', `--output=${file}`, `--base-port=${basePort}`]);

  const stack = `weekend-test-${process.pid}`;
  onTestFinished(() => removed(docker, stack));
  execFileSync('docker', ['stack', 'deploy', '--resolve-image=never', '-c', file, stack], {
    stdio: 'pipe',
    env: { ...process.env, WEEKEND_IMAGE: image },
  });

  const first = await reignAfter(0, basePort);
  const before = await containerOf(docker, stack, first.leader);
  await docker.getContainer(before.Id).kill();
  const after = await until(async () => {
    const now = await containerOf(docker, stack, first.leader).catch(() => undefined);
    return now && now.Id !== before.Id ? now : undefined;
  }, waiting);
  expect(after?.Mounts.map(({ Name }) => Name)).toEqual([`${stack}_${first.leader}-data`]);
  expect(after?.Mounts).toEqual(before.Mounts);

  const second = await reignAfter(first.term, basePort);
  expect(second.term).toBeGreaterThan(first.term);
});

/** A swarm that this engine manages: the one that is there, or one that is gone after the test. */
async function swarmFor({ skip }: TestContext): Promise<Docker> {
  if (!found && !process.env.CI) skip('no Docker engine answers');
  const docker = found ?? (await engine('test on Swarm'));
  const { Swarm } = await docker.info();
  if (Swarm.LocalNodeState === 'active') {
    if (!Swarm.ControlAvailable) skip('this engine works in a swarm that another one manages');
    return docker;
  }
  await docker.swarmInit({ ListenAddr: '127.0.0.1:2377', AdvertiseAddr: '127.0.0.1' });
  onTestFinished(async () => {
    await docker.swarmLeave({ force: true });
    // Made for the swarm, and left behind by it.
    await docker.getNetwork('docker_gwbridge').remove().catch(isGone);
  });
  return docker;
}

/** All nodes name one leader, in a term after this one. */
async function reignAfter(term: number, basePort: number): Promise<Reign> {
  const look = async (): Promise<Reign | undefined> => {
    const sightings = await Promise.all(
      ['node1', 'node2', 'node3'].map(async (id, i): Promise<Sighting> => {
        const url = `http://127.0.0.1:${basePort + i}`;
        const view = await viewOf(id, url);
        return { id, life: 'running', url, ...(view && { view }) };
      }),
    );
    const reign = agreedReign(sightings);
    return reign && reign.term > term ? reign : undefined;
  };
  const reign = await until(look, waiting);
  if (!reign) throw new Error(`Waited ${waiting.within / 1000} s for a leader of a term after ${term}, in vain`);
  return reign;
}

async function containerOf(docker: Docker, stack: string, id: string): Promise<Docker.ContainerInfo> {
  const filters = { label: [`com.docker.swarm.service.name=${stack}_${id}`] };
  const [container] = await docker.listContainers({ filters });
  if (!container) throw new Error(`Cannot find a container of ${stack}_${id} that runs`);
  return container;
}

/** What belongs to a stack goes piece by piece, and a volume only once nobody uses it. */
async function removed(docker: Docker, stack: string): Promise<void> {
  execFileSync('docker', ['stack', 'rm', stack], { stdio: 'pipe' });
  const filters = { label: [`com.docker.stack.namespace=${stack}`] };
  const isEmpty = async () => {
    const containers = await docker.listContainers({ all: true, filters });
    const networks = await docker.listNetworks({ filters });
    return (containers.length === 0 && networks.length === 0) || undefined;
  };
  await until(isEmpty, waiting);
  const { Volumes } = await docker.listVolumes({ filters });
  await each(Volumes, ({ Name }) => docker.getVolume(Name).remove().catch(isGone));
}
