/** The suite held against what is right, what is wrong, and what is only unusual. */
import { election as suite } from '@weekend/grading';
import { solutionSuite } from '@weekend/grading/solution.suite';
import { describe, expect, test } from 'vitest';
import { election as reference } from './election.ts';
import { mutants } from './mutants.ts';

await solutionSuite(
  { describe, test, expect },
  {
    suite,
    reference,
    mutants,
    folder: import.meta.dirname,
    load: (folder, name) => import(`./${folder}/${name}.ts`),
    seeds: { reference: 200, variants: 200 },
    growing: [
      [['onNewerTerm'], ['newer-term']],
      [
        ['onNewerTerm', 'onElectionTimeout'],
        ['newer-term', 'stand-for-election', 'pre-vote'],
      ],
      [
        ['onNewerTerm', 'onElectionTimeout', 'onRequestVote'],
        ['newer-term', 'stand-for-election', 'one-vote-a-term', 'up-to-date-log', 'pre-vote'],
      ],
      [
        ['onNewerTerm', 'onElectionTimeout', 'onRequestVote', 'onRequestVoteReply'],
        ['newer-term', 'stand-for-election', 'one-vote-a-term', 'up-to-date-log', 'majority', 'pre-vote'],
      ],
    ],
    random: { milestone: 'storms', mutant: 'vote-expires' },
  },
);
