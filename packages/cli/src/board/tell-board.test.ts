/** What a machine reports: a student who is stuck must not look as if he had just begun, nor the other way round. */
import type { Membership } from '@weekend/board/member';
import { expect, test } from 'vitest';
import type { Progress } from '../progress.ts';
import { reportOf, whereabouts } from './tell-board.ts';

const membership: Membership = { url: 'http://127.0.0.1:4870', name: 'Aki', keys: { publicKey: '', privateKey: '' } };
const points = { earned: 0, possible: 100 };

const progress = (milestones: Record<string, 'passed' | 'failed' | 'not-written'>): Progress => ({
  version: 1,
  stages: { election: { passed: false, points, milestones } },
});

test('who fails the same milestone again is there since the first time', () => {
  const half = progress({ 'newer-term': 'passed', majority: 'failed', storms: 'failed' });
  const first = whereabouts({ membership, number: 0 }, half, 'election', 1_000);
  const second = whereabouts(first, half, 'election', 61_000);
  expect(reportOf(second, half, 61_000)).toEqual({
    number: 61_000,
    passed: { election: ['newer-term'] },
    on: { stage: 'election', milestone: 'majority', forMs: 60_000 },
  });
});

test('who fails another milestone is there since now, and who passes all is on none', () => {
  const first = whereabouts({ membership, number: 0 }, progress({ majority: 'failed' }), 'election', 1_000);
  const later = whereabouts(first, progress({ majority: 'passed', storms: 'not-written' }), 'election', 5_000);
  expect(later.on).toEqual({ stage: 'election', milestone: 'storms', since: 5_000 });
  expect(whereabouts(later, progress({ majority: 'passed', storms: 'passed' }), 'election', 9_000).on).toBeUndefined();
});

test('reports are numbered upwards, also when the clock was set back', () => {
  const first = whereabouts({ membership, number: 0 }, progress({}), 'election', 5_000);
  expect(whereabouts(first, progress({}), 'election', 1_000).number).toBe(5_001);
});
