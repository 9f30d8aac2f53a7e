/** `weekend`, `status` and `doctor`: where you are, and on what. */
import { afterEach, expect, test, vi } from 'vitest';
import { deskForTest } from '../../testing/desk.ts';
import { weekend } from '../../testing/weekend.ts';
import { inWork, standings } from '../loop/standing.ts';
import { stages } from '../stages.ts';
import { told } from './status.ts';

afterEach(() => vi.unstubAllEnvs());

test('the command alone is its status', async () => {
  expect(await weekend()).toEqual(await weekend('status'));
});

test('the status names every stage with its milestones, and what is next', async () => {
  const { code, stdout, stderr } = await weekend('status', '--json');
  const report = JSON.parse(stdout);
  expect(report.stages.map(({ stage }: { stage: string }) => stage)).toEqual(stages.map(({ name }) => name));
  for (const { milestones, points } of report.stages) {
    expect(milestones.length).toBeGreaterThan(0);
    expect(points.earned).toBeLessThanOrEqual(points.possible);
  }
  expect([code, stderr]).toEqual([0, '']);
});

test.each(['en', 'ja'])('on the first day, too, all of it fits a window of 24 lines (%s)', (language) => {
  vi.stubEnv('WEEKEND_LANG', language);
  const { all } = standings(deskForTest());
  expect(told(all, inWork(all), undefined).split('\n').length).toBeLessThan(24);
});

test('the doctor says of each thing whether it is needed, and how to mend what is not well', async () => {
  const { code, stdout } = await weekend('doctor', '--json');
  const { healthy, checks } = JSON.parse(stdout);
  const names = checks.map(({ name }: { name: string }) => name);
  for (const name of ['Node', 'TypeScript', 'git', 'pnpm', 'Docker', 'Docker Compose', 'ports', 'disk'])
    expect(names).toContain(name);
  for (const { ok, is, mend } of checks) expect([is, ok || mend]).toEqual([expect.any(String), expect.anything()]);
  expect(code).toBe(healthy ? 0 : 1);
});
