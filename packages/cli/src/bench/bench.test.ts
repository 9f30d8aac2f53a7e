/** `weekend bench cluster`: what it does, and what it says of words that it can do nothing with. */
import { expect, test } from 'vitest';
import { sunday } from '../../testing/submissions.ts';
import { weekend } from '../../testing/weekend.ts';
import { allPlans } from '../cluster/plan.ts';
import { uninterrupted } from '../cluster/until.ts';
import { compare } from './compare.ts';
import { works } from './measure.ts';

test.for([
  ['--nodes 3,ten', '--nodes is "ten"; wanted a whole number from 1 to 9'],
  ['--seconds 0', '--seconds is "0"; wanted a whole number from 1 to 600'],
  ['--fail-overs -1', '--fail-overs is "-1"; wanted a whole number from 0 to 1000'],
  ['--lineup log-replication=/nowhere.ts', '/nowhere.ts does not exist'],
])('weekend bench cluster %s: %s', async ([words, sentence]) => {
  const { code, stdout, stderr } = await weekend('bench', 'cluster', ...(words as string).split(' '));
  expect(stderr).toContain(sentence);
  expect(stderr).toMatch(/^Cannot [^\n]+\n$/);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});

test('one node is measured, and nothing is left of it', { timeout: 120_000 }, async () => {
  const wishes = { lineup: sunday, measured: 50, failOvers: 20, withEtcd: false, home: '', signal: uninterrupted };
  const said: string[] = [];
  const { ours } = await compare(1, { ...wishes, tell: (line) => said.push(line) });
  expect(ours.loads.map(({ work, inFlight }) => `${work} ${inFlight}`)).toEqual(
    works.flatMap(([work, sizes]) => sizes.map((inFlight) => `${work} ${inFlight}`)),
  );
  expect(said).toContain('one node: Raft Weekend: writes, 256 in flight');
  expect(ours.failOvers).toBeUndefined();
  expect(allPlans().filter(({ owner }) => owner === process.pid)).toEqual([]);
});
