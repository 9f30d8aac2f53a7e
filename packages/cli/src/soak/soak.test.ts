/** A few seconds of the soak, on real processes. */
import { expect, test } from 'vitest';
import { sunday } from '../../testing/submissions.ts';
import { allPlans } from '../cluster/plan.ts';
import { uninterrupted } from '../cluster/until.ts';
import { soak } from './soak.ts';

test('nodes are killed, nothing acknowledged is lost, and nothing is left', { timeout: 120_000 }, async () => {
  const { passed, lines } = await soak({ seconds: 4, nodes: 3, lineup: sunday, signal: uninterrupted, say: () => {} });
  expect({ passed, lines }).toMatchObject({ passed: true });
  expect(lines[0]).toMatch(/^[1-9]\d* kills, [1-9]\d* requests acknowledged/);
  expect(lines[1]).toMatch(/^✔ every acknowledged write is there/);
  expect(allPlans().filter(({ owner }) => owner === process.pid)).toEqual([]);
});
