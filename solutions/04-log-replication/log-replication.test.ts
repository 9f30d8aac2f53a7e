/** The suite held against what is right, what is wrong, and what is only unusual. */
import { logReplication as suite } from '@weekend/grading';
import { solutionSuite } from '@weekend/grading/solution.suite';
import { describe, expect, test } from 'vitest';
import { logReplication as reference } from './log-replication.ts';
import { mutants } from './mutants.ts';

await solutionSuite(
  { describe, test, expect },
  {
    suite,
    reference,
    mutants,
    folder: import.meta.dirname,
    load: (folder, name) => import(`./${folder}/${name}.ts`),
    seeds: { reference: 100, variants: 50 },
    growing: [
      [['onElected', 'onCommand'], ['leader-appends']],
      [
        ['onElected', 'onCommand', 'onAppendEntries'],
        ['leader-appends', 'consistency-check', 'appends-what-is-new', 'follower-commits', 'any-conversation'],
      ],
      [
        ['onElected', 'onCommand', 'onAppendEntries', 'sendEntries'],
        [
          'leader-appends',
          'consistency-check',
          'appends-what-is-new',
          'follower-commits',
          'any-conversation',
          'sends-what-is-missing',
        ],
      ],
    ],
    random: { milestone: 'storms', mutant: 'applies-everything-again' },
  },
);
