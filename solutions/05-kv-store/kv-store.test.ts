/** The suite held against what is right, what is wrong, and what is only unusual. */
import { kvStore as suite } from '@weekend/grading';
import { solutionSuite } from '@weekend/grading/solution.suite';
import { describe, expect, test } from 'vitest';
import { kvStore as reference } from './kv-store.ts';
import { mutants } from './mutants.ts';

const machine = ['indexes', 'lists-and-deletes', 'compare-and-set'];
const writes = [...machine, 'answered-when-applied', 'once-and-for-all', 'one-machine', 'stale-reads'];

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
      [['onRequest', 'apply'], writes],
      [
        ['onRequest', 'apply', 'onDeposed'],
        [...writes, 'leadership-lost'],
      ],
    ],
    random: { milestone: 'histories', mutant: 'forgets-sessions-that-rest' },
  },
);
