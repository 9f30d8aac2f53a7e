/** The scenarios on real processes: what a right election gets, what a wrong one gets, and what is left of either. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changed, election as electionStage, submission, sunday } from '../../../testing/submissions.ts';
import type { Lineup } from '../../lineup.ts';
import { root } from '../../places.ts';
import { reference, stub } from '../../stages.ts';
import { allPlans } from '../plan.ts';
import { uninterrupted } from '../until.ts';
import { scenarios } from './all.ts';
import { leaderDownWithin } from './leader-down.ts';
import { majorityDown } from './majority-down.ts';
import { partition } from './partition.ts';
import { type Played, play } from './run.ts';
import type { Scenario } from './stage.ts';
import { steady } from './steady.ts';

const patient = 120_000;

const election = { election: reference(electionStage) };

async function played(scenario: Scenario, lineup: Lineup): Promise<Played & { story: string }> {
  const story: string[] = [];
  const tell = (line: string) => story.push(line);
  const ended = await play(scenario, { runtime: 'process', nodes: 3, lineup, signal: uninterrupted, tell });
  return { ...ended, story: story.join('\n') };
}

const mine = () => allPlans().filter(({ owner }) => owner === process.pid);

const all = scenarios.map((each) => (each.name === 'leader-down' ? leaderDownWithin(patient) : each));

test.for(all)(
  '$name holds with the references, its clients see one order, and nothing is left',
  {
    timeout: patient,
  },
  async (scenario) => {
    const { passed, verdict, facts } = await played(scenario, sunday);
    expect({ passed, verdict }).toMatchObject({ passed: true, verdict: expect.stringContaining('is linearizable') });
    expect(facts.acknowledged).toBeGreaterThan(100);
    expect(mine()).toEqual([]);
  },
);

const withoutClients = all.filter(({ name }) => ['leader-down', 'majority-down', 'partition'].includes(name));

test.for(withoutClients)('$name holds with an election alone', { timeout: patient }, async (scenario) => {
  const { passed, verdict, story } = await played(scenario, election);
  expect({ passed, verdict }).toMatchObject({ passed: true });
  expect(story).toMatch(/n\d leads term \d+, and all agree/);
  expect(verdict).not.toContain('linearizable');
});

test('a leader that acknowledges what only it has is found out when it is cut off', { timeout: patient }, async () => {
  const alone = submission(
    `import { logReplication as right } from ${JSON.stringify(sunday['log-replication'])};
     export const logReplication = { ...right, onCommand(state, command, world) {
       const index = right.onCommand(state, command, world);
       if (index !== null) state.commitIndex = index;
       return index;
     } };`,
    'log-replication.ts',
  );
  const { passed, verdict } = await played(partition, { ...sunday, 'log-replication': alone });
  expect({ passed, verdict }).toMatchObject({ passed: false, verdict: expect.stringContaining('acknowledge nothing') });
});

test('a consistent read that nobody confirms is found out in a partition', { timeout: patient }, async () => {
  const hasty = submission(
    `import { kvStore as right } from ${JSON.stringify(sunday['kv-store'])};
     export const kvStore = { ...right, onRequest(state, from, request, world, propose) {
       const ask = 'mode' in request.ask ? { ...request.ask, mode: 'stale' } : request.ask;
       return right.onRequest(state, from, { ...request, ask }, world, propose);
     } };`,
    'kv-store.ts',
  );
  const { passed, verdict } = await played(partition, { ...sunday, 'kv-store': hasty });
  expect({ passed, verdict }).toMatchObject({ passed: false });
});

test('a store that brings its node down is told in its own words', { timeout: patient }, async () => {
  const broken = submission(
    `import { kvStore as right } from ${JSON.stringify(sunday['kv-store'])};
     export const kvStore = { ...right, onRequest() { throw new Error('no such shelf'); } };`,
    'kv-store.ts',
  );
  const { passed, verdict } = await played(steady, { ...sunday, 'kv-store': broken });
  expect({ passed, verdict }).toMatchObject({
    passed: false,
    verdict: expect.stringMatching(/crashed.*no such shelf/),
  });
  expect(mine()).toEqual([]);
});

test('the stub gets a verdict that names what is still to be written', { timeout: patient }, async () => {
  const { passed, verdict } = await played(leaderDownWithin(patient), { election: stub(electionStage) });
  expect(passed).toBe(false);
  expect(verdict).toMatch(/^n\d met a part that is not written yet: onElectionTimeout/);
  expect(mine()).toEqual([]);
});

test('who leads with fewer votes than a majority is found out', { timeout: patient }, async () => {
  const file = submission(changed('votes.length <= clusterSize / 2', 'votes.length < 1'));
  const { passed, verdict } = await played(majorityDown, { election: file });
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
