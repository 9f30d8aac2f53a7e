/** The real replication under the explorer, from Figure 8 (c) on. */
import { tellRaft } from '@weekend/raft';
import { tell } from '@weekend/transcript';
import { expect, test } from 'vitest';
import { explore } from '../src/index.ts';
import { figure8, loadElection, loadReplication } from './raft.ts';

const election = await loadElection('election.ts');
const reference = await loadReplication('log-replication.ts');

test('from Figure 8 (c) on, the reference loses nothing that was committed', () => {
  const verdict = explore({
    ...figure8(election, reference),
    goals: [{ name: 'Figure 8 (d): s5 leads', reached: ({ s5 }) => s5?.role.kind === 'leader' }],
    budget: { states: 50_000 },
  });
  expect(verdict).toMatchObject({ kind: 'budget-spent', goals: [{ reached: true }] });
}, 60_000);

test.each(['counts-older-terms', 'its-term-is-new-enough'])(
  'from Figure 8 (c) on, %s is told as in the paper',
  async (name) => {
    const mutant = await loadReplication(`mutants/${name}.ts`);
    const verdict = explore({ ...figure8(election, mutant), budget: { states: 50_000 } });
    if (verdict.kind !== 'violated') throw new Error(`${name} is ${verdict.kind}`);
    expect(verdict.rule).toBe('Leader Completeness (§5.4)');
    expect(verdict.message).toBe('s5 leads term 5 without the committed entry 2 of term 2');
    const story = tell(verdict.run.trace, tellRaft);
    expect(story).toContain('s3@4 -> s1 AppendEntriesReply match=2');
    expect(story).toContain('timeout s5 => candidate@5');
    expect(story.at(-2)).toMatch(/^s\d@5 -> s5 RequestVoteReply granted => leader@5$/);
    expect([verdict.run.steps, story.length <= 12]).toEqual([8, true]);
  },
  60_000,
);
