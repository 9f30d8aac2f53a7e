/** A cluster of processes: above all, that it never touches a process that is not its own. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { election } from '../../../testing/submissions.ts';
import { reference } from '../../stages.ts';
import { claimName, homeOf, newKey, type Plan, plannedNodes } from '../plan.ts';
import { freeBlock } from '../ports.ts';
import { uninterrupted } from '../until.ts';
import { processFleet } from './fleet.ts';

async function planned(name: string, nodes: number, file = reference(election)): Promise<Plan> {
  const plan: Plan = {
    name: `${name}-${process.pid}`,
    runtime: 'process',
    nodes: plannedNodes(nodes, await freeBlock(2 * nodes, 'test')),
    lineup: { election: file },
    key: newKey(),
    owner: process.pid,
  };
  claimName(plan);
  onTestFinished(() => processFleet(plan).down());
  return plan;
}

test('a process that has got the id of a dead node is left alone', async () => {
  const plan = await planned('reused', 1);
  mkdirSync(join(homeOf(plan.name), 'n1'), { recursive: true });
  writeFileSync(join(homeOf(plan.name), 'n1', 'pid'), String(process.pid));
  const fleet = processFleet(plan);
  expect(await fleet.lives()).toEqual({ n1: 'stopped' });
  await fleet.kill('n1');
  await fleet.pause('n1');
  await fleet.down();
  expect(process.kill(process.pid, 0)).toBe(true);
}, 60_000);

test('a node is killed, started, paused and resumed, and is found again by whoever comes later', async () => {
  const plan = await planned('found', 2);
  await processFleet(plan).up(() => {}, uninterrupted);
  await processFleet(plan).kill('n1');
  expect(await processFleet(plan).lives()).toEqual({ n1: 'stopped', n2: 'running' });
  await processFleet(plan).start('n1');
  await processFleet(plan).pause('n2');
  expect(await processFleet(plan).lives()).toEqual({ n1: 'running', n2: 'paused' });
  await processFleet(plan).resume('n2');
  expect(await processFleet(plan).lives()).toEqual({ n1: 'running', n2: 'running' });
}, 120_000);

test('down also ends a node that is paused', async () => {
  const plan = await planned('paused', 1);
  const fleet = processFleet(plan);
  await fleet.up(() => {}, uninterrupted);
  await fleet.pause('n1');
  await fleet.down();
  expect(await fleet.lives()).toEqual({ n1: 'stopped' });
}, 120_000);

test('a file that does not load is told in the node’s own words', async () => {
  const plan = await planned('unloadable', 1, join(homeOf('nowhere'), 'election.ts'));
  await expect(processFleet(plan).up(() => {}, uninterrupted)).rejects.toThrow(
    /^Cannot start n1: it ended at once and said "Cannot load the protocol/,
  );
}, 120_000);

test('processes share one network, so a partition is refused', async () => {
  const plan = await planned('whole', 1);
  await expect(processFleet(plan).partition([['n1']])).rejects.toThrow('--runtime docker');
});
