/** `weekend class grade` with containers and in a swarm. Skipped where no Docker engine answers, except in CI. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Docker from 'dockerode';
import { expect, onTestFinished, type TestContext, test } from 'vitest';
import { attacks } from '../../testing/attacks.ts';
import { gradedClass, handInElection, killedAfter } from '../../testing/class-command.ts';
import { handIn } from '../../testing/class-of.ts';
import { referenceText, temporaryFolder, unwritten } from '../../testing/submissions.ts';
import { engine, findEngine } from '../cluster/docker/engine.ts';
import { isGone } from '../cluster/docker/errors.ts';
import { classLabel } from './boxes/container.ts';

/** Images may have to be built, and the machine may be busy. */
const patient = { timeout: 900_000 };

const found = await findEngine();

async function dockerFor({ skip }: TestContext): Promise<Docker> {
  if (!found && !process.env.CI) skip('no Docker engine answers');
  return found ?? (await engine('test a class'));
}

const classFolder = (): string => join(temporaryFolder(), 'class');

/** The containers of any class, less those that were there before. */
async function containersOf(docker: Docker): Promise<string[]> {
  const all = await docker.listContainers({ all: true, filters: { label: [classLabel] } });
  return all.map(({ Id }) => Id);
}

test(
  'strangers are graded in containers: attacks earn nothing, honest code all, and nothing is left',
  patient,
  async (context) => {
    const docker = await dockerFor(context);
    const folder = classFolder();
    const before = await containersOf(docker);
    const escaped = join(temporaryFolder(), 'escaped');
    handInElection(folder, 'honest', referenceText);
    handIn(folder, 'honest', 'log-store', 'log-store');
    handIn(folder, 'honest', 'concurrency', 'concurrency');
    // The others go no further than the judge, whatever stands around them.
    const onTheMachine = attacks(escaped).filter(({ name }) => !/^(patched|an import of) /.test(name));
    for (const [i, { text }] of onTheMachine.entries()) handInElection(folder, `attack-${i}`, text);
    const { points, stdout } = await gradedClass(folder);
    const { honest, ...others } = points();
    expect(honest).toBe(300);
    expect(Object.entries(others).filter(([, earned]) => earned > 0)).toEqual([]);
    expect(stdout).not.toContain('"not-graded"');
    expect(existsSync(escaped)).toBe(false);
    expect((await containersOf(docker)).filter((id) => !before.includes(id))).toEqual([]);
  },
);

test(
  'a grader that was killed leaves containers to the next, which sweeps them and goes on',
  patient,
  async (context) => {
    const docker = await dockerFor(context);
    const folder = classFolder();
    const before = await containersOf(docker);
    for (const student of ['ada', 'bob', 'cy']) handInElection(folder, student, unwritten);
    await killedAfter(1, folder, '--jobs', '2');
    const { stderr, points } = await gradedClass(folder);
    expect(stderr).toMatch(/[12] of 3 are graded already/);
    expect(points()).toEqual({ ada: 0, bob: 0, cy: 0 });
    expect((await containersOf(docker)).filter((id) => !before.includes(id))).toEqual([]);
  },
);

test('a swarm of one machine comes to the same grades', patient, async (context) => {
  const docker = await dockerFor(context);
  const { skip } = context;
  const { Swarm } = await docker.info();
  if (Swarm.LocalNodeState === 'inactive') {
    await docker.swarmInit({ ListenAddr: '127.0.0.1:2377', AdvertiseAddr: '127.0.0.1' });
    onTestFinished(async () => {
      await docker.swarmLeave({ force: true });
      // Made for the swarm, and left behind by it.
      await docker.getNetwork('docker_gwbridge').remove().catch(isGone);
    });
  } else if (!Swarm.ControlAvailable) skip('this engine works in a swarm that another one manages');
  const folder = classFolder();
  handInElection(folder, 'honest', referenceText);
  handIn(folder, 'honest', 'log-store', 'log-store');
  handInElection(folder, 'loops', `for (;;) {}\n${referenceText}`);
  mkdirSync(join(folder, 'nothing'));
  writeFileSync(join(folder, 'nothing', 'README.md'), '');
  const { points } = await gradedClass(folder, '--swarm');
  expect(points()).toEqual({ honest: 200, loops: 0, nothing: 0 });
  expect(await docker.listServices({ filters: { label: [classLabel] } })).toEqual([]);
});
