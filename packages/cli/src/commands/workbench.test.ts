/** What the workbench says where it can not be opened, and what else tells of one that runs. */
import { expect, test } from 'vitest';
import { weekend } from '../../testing/weekend.ts';
import { findStage } from '../stages.ts';
import { storyLink } from '../workbench/story-link.ts';

test.each(['0', '65536', 'x'])('--port %s is refused in one sentence', async (port) => {
  const { code, stdout, stderr } = await weekend('workbench', '--port', port);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^Cannot [^\n]+\n$/);
});

const failure = {
  kind: 'broken' as const,
  rule: 'Election Safety (§5.2)',
  message: 'n1 and n2 both lead term 2',
  story: ['timeout n1'],
  replay: 'npx weekend replay election --seed 4711 --milestone one-leader',
  hint: '',
};

test('a failing run has an address that says all of it', () => {
  const link = storyLink(findStage('election', 'test'), { id: 'one-leader', failure });
  expect(link).toBe('/#/playground?story=election.one-leader.4711');
});

test('what is no run of Raft has no address', () => {
  expect(storyLink(findStage('concurrency', 'test'), { id: 'future', failure })).toBeUndefined();
  const unwritten = { ...failure, kind: 'not-written' as const, story: [] };
  expect(storyLink(findStage('election', 'test'), { id: 'one-leader', failure: unwritten })).toBeUndefined();
  expect(storyLink(findStage('election', 'test'), { id: 'one-leader' })).toBeUndefined();
});
