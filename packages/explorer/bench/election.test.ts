/** The real election under the explorer: the reference is right in every state there is, and no safety mutant gets away. */
import { readdirSync } from 'node:fs';
import { type Election, type Raft, tellRaft } from '@weekend/raft';
import { tell } from '@weekend/transcript';
import { describe, expect, test } from 'vitest';
import { type Cluster, explore, type Run } from '../src/index.ts';
import { electing, electingAfterASplitVote, electingByLogs, loadElection, solutions } from './raft.ts';

/** The cheap ones first. */
const questions = [
  electingAfterASplitVote,
  electingByLogs,
  (stage: Election) => ({ ...electing(stage, 4, 1), crashes: 0 }),
  (stage: Election) => electing(stage),
];

test('the reference is right for three nodes to two terms with a crash: in all states', async () => {
  const question: ReturnType<typeof electing> = {
    ...electing(await loadElection('election.ts')),
    goals: [
      { name: 'a leader of term 2 and one of term 1 at once', reached: (nodes) => leaders(nodes).join() === '1,2' },
      { name: 'all have heard the leader of term 2', reached: (nodes) => followers(nodes) === 2 },
      {
        name: 'one is down while another leads',
        reached: (nodes) => Object.values(nodes).includes(undefined) && leaders(nodes).length === 1,
      },
    ],
  };
  const verdict = explore(question);
  expect(verdict).toMatchObject({ kind: 'exhausted', states: 74_394, transitions: 801_561 });
  expect(verdict.kind === 'exhausted' && verdict.goals.map(({ reached }) => reached)).toEqual([true, true, true]);
}, 60_000);

/** By the first question that finds it. */
function find(stage: Election): Run<Raft> | undefined {
  for (const question of questions) {
    const verdict = explore({ ...question(stage), budget: { states: 100_000 } });
    if ('run' in verdict) return verdict.run;
  }
  return undefined;
}

const states = (nodes: Cluster<Raft>) => Object.values(nodes).flatMap((state) => state ?? []);

/** The terms that somebody leads. */
const leaders = (nodes: Cluster<Raft>) =>
  states(nodes)
    .flatMap(({ role, currentTerm }) => (role.kind === 'leader' ? [currentTerm] : []))
    .sort();

const followers = (nodes: Cluster<Raft>) =>
  states(nodes).filter(({ role, currentTerm }) => currentTerm === 2 && role.kind === 'follower' && role.leader).length;

describe('a safety mutant is found, and its story told in at most twenty steps and lines:', () => {
  // By their rows in the list of known mistakes; those at the end are a contract that is broken.
  const mutants = [
    ['E01 ', 'votes-for-whoever-asks'],
    ['E01 ', 'never-notes-its-vote'],
    ['E03 ', 'forgets-its-vote-in-a-crash'],
    ['E04 ', 'forgets-its-term-in-a-crash'],
    ['E06 ', 'candidate-keeps-its-vote-free'],
    ['E07 ', 'leader-heard-frees-the-vote'],
    ['E10 ', 'counts-votes-of-older-terms'],
    ['E11 ', 'counts-answers-not-voters'],
    ['E12 ', 'carries-votes-into-the-next-election'],
    ['E13 ', 'half-is-a-majority'],
    ['E17 ', 'does-not-compare-logs'],
    ['E17 ', 'compares-the-wrong-term'],
    ['E18 ', 'compares-lengths-only'],
    ['E18 ', 'one-of-two-comparisons-is-enough'],
    ['E22 ', 'refuses-only-what-is-older-and-shorter'],
    ['E36 ', 'pre-vote-takes-the-vote'],
    ['', 'loses-its-vote-as-it-boots'],
    ['', 'newer-term-empties-the-log'],
    ['', 'saves-nothing'],
    ['', 'saves-the-vote-in-the-next-turn'],
    ['contract: ', 'counts-votes-outside-its-state'],
    ['contract: ', 'keeps-a-set-in-its-state'],
    ['contract: ', 'one-candidate-object-for-all'],
    ['contract: ', 'one-follower-object-for-all'],
    ['contract: ', 'rolls-its-own-dice'],
  ];

  test.each(mutants)(
    '%s%s',
    async (_row, name) => {
      const stage = await loadElection(`mutants/${name}.ts`);
      const run = find(stage);
      expect(run?.steps).toBeLessThanOrEqual(20);
      expect(run && tell(run.trace, tellRaft).length).toBeLessThanOrEqual(20);
    },
    60_000,
  );
});

describe('nothing is found in what is only unusual:', () => {
  const variants = readdirSync(new URL('03-election/variants/', solutions));

  test.each(variants)(
    '%s',
    async (file) => {
      const stage = await loadElection(`variants/${file}`);
      const verdicts = questions.map((question) => explore({ ...question(stage), budget: { states: 10_000 } }));
      for (const { kind } of verdicts) expect(['exhausted', 'budget-spent']).toContain(kind);
    },
    60_000,
  );
});
