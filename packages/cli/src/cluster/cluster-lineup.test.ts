/** Whose files a cluster runs, and what stands in for those that are still to be written. */
import { expect, test } from 'vitest';
import { submission, unwritten } from '../../testing/submissions.ts';
import { reference, type Stage, stages, stub } from '../stages.ts';
import { clusterLineup, hasClients, isUnwritten, lineupLines } from './cluster-lineup.ts';

const named = (name: string) => stages.find((stage) => stage.name === name) as Stage;
const lineup = (text?: string) => clusterLineup(text, 'mine', 'play');

test('on Saturday the election runs alone: what is not written steps aside, and the reference saves', () => {
  expect(lineup('election=reference')).toEqual({
    election: reference(named('election')),
    'log-store': reference(named('log-store')),
  });
  expect(lineupLines(lineup()).join('\n')).toContain('kv-store         not written yet: no clients');
});

test('the election never steps aside: without it nothing runs', () => {
  expect(lineup().election).toBe(stub(named('election')));
});

test('who is named stands, written or not', () => {
  expect(lineup('log-replication=mine,log-store=mine')).toMatchObject({
    'log-replication': stub(named('log-replication')),
    'log-store': stub(named('log-store')),
  });
});

test('a kv-store without a log is refused in one sentence', () => {
  expect(() => lineup('kv-store=reference')).toThrow(/^Cannot play: --lineup names a kv-store, and .* wanted both/);
  expect(hasClients(lineup('kv-store=reference,log-replication=reference'))).toBe(true);
});

test('stages that are no part of a node stay out', () => {
  const all = clusterLineup(undefined, 'reference', 'play');
  expect(Object.keys(all)).toEqual(['election', 'log-replication', 'kv-store', 'log-store']);
});

test('a comment that names notWritten leaves nothing to write, and a call of it does', () => {
  expect(isUnwritten(submission(unwritten))).toBe(true);
  expect(isUnwritten(submission('// first\nconst x = { f: () => notWritten("f") };'))).toBe(true);
  expect(isUnwritten(submission('const x = {\n  f() {\n    notWritten("f");\n  },\n};'))).toBe(true);
  expect(isUnwritten(submission('// was: notWritten("f")\n/**\n * notWritten("g")\n */\nconst done = 1;'))).toBe(false);
  expect(isUnwritten(submission("import { notWritten } from '@weekend/protocol';"))).toBe(false);
});
