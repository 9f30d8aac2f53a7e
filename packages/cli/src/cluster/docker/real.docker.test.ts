/** On a real Docker engine: the scenarios, a partition, a compose file. Skipped where none answers, except in CI. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Docker from 'dockerode';
import { expect, onTestFinished, type TestContext, test } from 'vitest';
import { parse } from 'yaml';
import { election, sunday, temporaryFolder } from '../../../testing/submissions.ts';
import { generate } from '../../compose/generate.ts';
import { reference } from '../../stages.ts';
import type { Fleet } from '../fleet.ts';
import { agreedReign, look, type Reign, type Sighting, viewOf } from '../observe.ts';
import { allPlans, claimName, newKey, type Plan, plannedNodes } from '../plan.ts';
import { freeBlock } from '../ports.ts';
import { scenarios } from '../scenarios/all.ts';
import { leaderDownWithin } from '../scenarios/leader-down.ts';
import { play } from '../scenarios/run.ts';
import { uninterrupted, until } from '../until.ts';
import { engine, findEngine } from './engine.ts';
import { dockerFleet } from './fleet.ts';
import { clusterLabel } from './names.ts';

/** An image may have to be built, and the machine may be busy. */
const patient = { timeout: 300_000 };
const within = 120_000;
const waiting = { within, every: 100, signal: uninterrupted };

const found = await findEngine();

/** Where everything is meant to be there, a missing engine is a failure. */
async function dockerFor({ skip }: TestContext): Promise<Docker> {
  if (!found && !process.env.CI) skip('no Docker engine answers');
  return found ?? (await engine('test on Docker'));
}

const lineup = { election: reference(election) };

/** Names of all that belongs to clusters of this test's process. */
async function leftOvers(docker: Docker): Promise<string[]> {
  const ours = allPlans().filter(({ owner }) => owner === process.pid);
  const filters = { label: [clusterLabel] };
  const containers = (await docker.listContainers({ all: true, filters })).flatMap(({ Names }) => Names);
  const networks = (await docker.listNetworks({ filters })).map(({ Name }) => Name);
  const volumes = (await docker.listVolumes({ filters })).Volumes.map(({ Name }) => Name);
  return [...ours.map(({ name }) => name), ...containers, ...networks, ...volumes].filter((name) =>
    scenarios.some((scenario) => name.includes(`${scenario.name}-`)),
  );
}

const all = scenarios.map((each) => (each.name === 'leader-down' ? leaderDownWithin(within) : each));

test.for(all)(
  '$name holds on containers, its clients see one order, and nothing is left',
  patient,
  async (scenario, context) => {
    const docker = await dockerFor(context);
    const tell = () => {};
    const { passed, verdict } = await play(scenario, {
      runtime: 'docker',
      nodes: 3,
      lineup: sunday,
      signal: uninterrupted,
      tell,
    });
    expect({ passed, verdict }).toMatchObject({ passed: true, verdict: expect.stringContaining('is linearizable') });
    expect(await leftOvers(docker)).toEqual([]);
  },
);

test(
  'a leader that the network has cut off goes on leading nobody, and steps down when it is whole',
  patient,
  async (context) => {
    const fleet = await started(await dockerFor(context), 3);
    const first = await agreement(fleet);
    await fleet.partition([[first.leader]]);
    const apart = await seen(fleet, (sightings) => agreedReign(sightings.filter(({ id }) => id !== first.leader)));
    expect(apart.term).toBeGreaterThan(first.term);
    const old = (await look(fleet)).find(({ id }) => id === first.leader);
    expect(old?.view).toMatchObject({ role: 'leader', term: first.term });
    await fleet.heal();
    expect((await agreement(fleet)).term).toBeGreaterThanOrEqual(apart.term);
  },
);

test('a node that was killed comes back with the term that it had saved', patient, async (context) => {
  const fleet = await started(await dockerFor(context), 3);
  const { leader } = await agreement(fleet);
  const [left, other] = fleet.plan.nodes.map(({ id }) => id).filter((id) => id !== leader) as [string, string];
  const termOf = async () => (await look(fleet)).find(({ id }) => id === left)?.view?.term ?? 0;
  // Left alone, a follower stands again and again, until its term is far from that of a node that begins anew.
  await fleet.kill(other);
  await fleet.kill(leader);
  const term = await until(async () => ((await termOf()) > 12 ? termOf() : undefined), waiting);
  await fleet.kill(left);
  await fleet.start(left);
  expect(await termOf()).toBeGreaterThanOrEqual(term ?? Number.NaN);
});

test('Compose takes the file, and its nodes elect a leader', patient, async (context) => {
  await dockerFor(context);
  const compose = composeCommand(context);
  const folder = temporaryFolder();
  const basePort = await freeBlock(3, 'test');
  const [a, b] = [basePort % 200, Math.floor(basePort / 200) % 200];
  const file = join(folder, 'docker-compose.yml');
  await generate(['3', `--output=${file}`, `--base-port=${basePort}`, `--subnet=10.${a}.${b}.0/24`]);
  const run = (...words: string[]) =>
    execFileSync(compose[0] as string, [...compose.slice(1), ...words], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  onTestFinished(() => void run('down', '--volumes'));
  run('up', '-d', '--build');

  const ids = Object.keys(parse(readFileSync(file, 'utf8')).services);
  const asked = async (): Promise<Sighting[]> =>
    Promise.all(
      ids.map(async (id, i) => {
        const url = `http://127.0.0.1:${basePort + i}`;
        const view = await viewOf(id, url);
        return { id, life: 'running', url, ...(view && { view }) };
      }),
    );
  const reign = await until(async () => agreedReign(await asked()), waiting);
  expect(ids).toContain(reign?.leader);
  expect(run('logs', 'node1')).toContain('role=');
});

async function started(docker: Docker, nodes: number): Promise<Fleet> {
  const plan: Plan = {
    name: `test-${process.pid}-${Date.now()}`,
    runtime: 'docker',
    nodes: plannedNodes(nodes, await freeBlock(2 * nodes, 'test')),
    lineup,
    key: newKey(),
    owner: process.pid,
  };
  claimName(plan);
  const fleet = dockerFleet(docker, plan);
  onTestFinished(() => fleet.down());
  await fleet.up(() => {}, uninterrupted);
  return fleet;
}

const agreement = (fleet: Fleet): Promise<Reign> => seen(fleet, agreedReign);

async function seen(fleet: Fleet, pick: (sightings: readonly Sighting[]) => Reign | undefined): Promise<Reign> {
  const reign = await until(async () => pick(await look(fleet)), waiting);
  if (!reign) throw new Error(`Waited ${within / 1000} s for a leader, in vain: ${JSON.stringify(await look(fleet))}`);
  return reign;
}

/** `docker compose` where there is such a thing, the older `docker-compose` otherwise. */
function composeCommand({ skip }: TestContext): string[] {
  for (const command of [['docker', 'compose'], ['docker-compose']])
    try {
      execFileSync(command[0] as string, [...command.slice(1), 'version'], { stdio: 'ignore' });
      return command;
    } catch {
      // Not this one.
    }
  if (!process.env.CI) skip('neither docker compose nor docker-compose is here');
  throw new Error('Cannot test the compose file: neither docker compose nor docker-compose is here, and CI wants one');
}
