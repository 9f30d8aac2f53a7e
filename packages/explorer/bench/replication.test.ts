/** The real replication under the explorer, from Figure 8 (c) on. */
import { tellRaft } from '@weekend/raft';
import { tell } from '@weekend/transcript';
import { expect, test } from 'vitest';
import { explore } from '../src/index.ts';
import { figure8, loadElection, loadReplication, replicating } from './raft.ts';

const election = await loadElection('election.ts');
const reference = await loadReplication('log-replication.ts');

test('from Figure 8 (c) on, the reference loses nothing that was committed', () => {
  const verdict = explore({
    ...figure8(election, reference),
    goals: [{ name: 'Figure 8 (d): s5 leads', reached: ({ s5 }) => s5?.role.kind === 'leader' }],
    budget: { states: 50_000 },
  });
  expect(verdict).toMatchObject({ kind: 'budget-spent', goals: [{ reached: true }] });
});

test.each(['counts-older-terms', 'its-term-is-new-enough'])(
  'from Figure 8 (c) on, %s is told as in the paper',
  async (name) => {
    const mutant = await loadReplication(`mutants/${name}.ts`);
    const verdict = explore({ ...figure8(election, mutant), budget: { states: 50_000 } });
    if (verdict.kind !== 'violated') throw new Error(`${name} is ${verdict.kind}`);
    expect(verdict.rule).toBe('Leader Completeness (§5.4)');
    expect(verdict.message).toBe('s5 leads term 5 without the committed entry 2 of term 2');
    expect(tell(verdict.run.trace, tellRaft)).toEqual([]);
  },
);

test.each(['commits-beyond-its-log', 'counts-itself-twice', 'everybody-appends-commands', 'does-not-check-at-all'])(
  'from nothing, with a client that writes twice, %s is found',
  async (name) => {
    const mutant = await loadReplication(`mutants/${name}.ts`);
    const verdict = explore({ ...replicating(election, mutant, { writes: 2 }), budget: { states: 100_000 } });
    expect(['violated', 'threw']).toContain(verdict.kind);
    if ('run' in verdict) expect(verdict.run.steps).toBeLessThanOrEqual(20);
  },
);
