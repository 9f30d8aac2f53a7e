/** The suite held against what is right, what is wrong, and what is only unusual. */
import { consistency as suite } from '@weekend/grading';
import { solutionSuite } from '@weekend/grading/solution.suite';
import { describe, expect, test } from 'vitest';
import { consistency as reference } from './consistency.ts';
import { mutants } from './mutants.ts';

await solutionSuite(
  { describe, test, expect },
  {
    suite,
    reference,
    mutants,
    folder: import.meta.dirname,
    load: (folder, name) => import(`./${folder}/${name}.ts`),
    seeds: { reference: 300, variants: 200 },
    growing: [
      [['newest', 'onEventualGet', 'onEventualPut'], ['newest-version']],
      [
        ['newest', 'onEventualGet', 'onEventualPut', 'onGossipTimer', 'onGossip'],
        ['newest-version', 'gossip-converges'],
      ],
      [['compareClocks', 'mergeClocks'], ['vector-clocks']],
      [
        ['newest', 'onCausalGet', 'onCausalPut', 'onUpdate'],
        ['causal-delivery', 'session-guarantees'],
      ],
      [
        ['onSequentialGet', 'onSequentialPut', 'onForward', 'onOrdered'],
        ['one-order', 'local-reads'],
      ],
      [['onPrimaryGet', 'onPrimaryPut', 'onReplicate', 'onReplicated', 'onView'], ['through-the-primary']],
      [['strongestModel'], ['strongest-model']],
      [['isLinearizable'], ['is-linearizable']],
    ],
    random: { milestone: 'session-guarantees', mutant: 'reads-do-not-wait' },
  },
);
