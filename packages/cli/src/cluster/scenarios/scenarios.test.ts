/** The scenarios on real processes: what a right election gets, what a wrong one gets, and what is left of either. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changed, election, submission } from '../../../testing/submissions.ts';
import { root } from '../../places.ts';
import { reference, stub } from '../../stages.ts';
import { allPlans } from '../plan.ts';
import { uninterrupted } from '../until.ts';
import { leaderDownWithin } from './leader-down.ts';
import { majorityDown } from './majority-down.ts';
import { type Played, play } from './run.ts';
import type { Scenario } from './stage.ts';

const patient = 120_000;

async function played(scenario: Scenario, file: string): Promise<Played & { story: string }> {
  const story: string[] = [];
  const tell = (line: string) => story.push(line);
  const ended = await play(scenario, {
    runtime: 'process',
    nodes: 3,
    lineup: { election: file },
    signal: uninterrupted,
    tell,
  });
  return { ...ended, story: story.join('\n') };
}

const mine = () => allPlans().filter(({ owner }) => owner === process.pid);

test('with the reference, another leads when the leader is killed, and nothing is left', {
  timeout: patient,
}, async () => {
  const { passed, verdict, story } = await played(leaderDownWithin(patient), reference(election));
  expect({ passed, verdict }).toMatchObject({ passed: true });
  expect(story).toMatch(/n\d leads term \d+, and all agree\nkill n\d\nn\d leads term/);
  expect(mine()).toEqual([]);
});

test('with the reference, nobody leads without a majority', { timeout: patient }, async () => {
  const { passed, verdict, story } = await played(majorityDown, reference(election));
  expect({ passed, verdict }).toMatchObject({ passed: true });
  expect(story).toMatch(/kill n\d, n\d: 2 of 3\nafter 3 s nobody leads: n\d is a candidate in term/);
});

test('the stub gets a verdict that names what is still to be written', { timeout: patient }, async () => {
  const { passed, verdict } = await played(leaderDownWithin(patient), stub(election));
  expect(passed).toBe(false);
  expect(verdict).toMatch(/^n\d met a part that is not written yet: onElectionTimeout/);
  expect(mine()).toEqual([]);
});

test('who leads with fewer votes than a majority is found out', { timeout: patient }, async () => {
  const file = submission(changed('votes.length <= clusterSize / 2', 'votes.length < 1'));
  const { passed, verdict } = await played(majorityDown, file);
  expect({ passed, verdict }).toMatchObject({ passed: false, verdict: expect.stringMatching(/^awaited was/) });
});

test('an interrupted scenario ends by that signal, after it has ended its nodes', { timeout: patient }, async () => {
  const words = ['cluster', 'scenario', 'majority-down', '--nodes', '3', '--lineup', 'election=reference'];
  const child = spawn(process.execPath, [join(root, 'packages/cli/bin/weekend.js'), ...words], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const chunk of child.stdout) if (String(chunk).includes('kill n')) break;
  child.kill('SIGTERM');
  const [code, signal] = await once(child, 'exit');
  expect({ code, signal }).toEqual({ code: null, signal: 'SIGTERM' });
  expect(allPlans().filter(({ owner }) => owner === child.pid)).toEqual([]);
});
