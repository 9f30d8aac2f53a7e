/**
 * What equal seeds must give on every Node, to the byte: grades without their times, and the runs of some that fail, told
 * to their ends, with every state in them. `npm run test:nodes` compares.
 */
import { join } from 'node:path';
import { gradeSubmission, type Order } from '../grade/grade-submission.ts';
import { printJson } from '../output.ts';
import { root } from '../places.ts';
import { findStage, reference } from '../stages.ts';

const right = ['consistency', 'election', 'log-replication', 'kv-store'];

/** Each fails in random runs only, or there too. */
const wrong = [
  ['election', 'vote-expires', 'storms'],
  ['election', 'draws-from-too-narrow-a-range', 'elects-and-stays'],
  ['log-replication', 'follower-commits-what-it-receives', 'storms'],
  ['log-replication', 'never-goes-back', 'storms'],
  ['kv-store', 'forgets-sessions-that-rest', 'histories'],
] as const;

const orders: Order[] = [
  ...right
    .map((name) => findStage(name, 'compare'))
    .map((stage) => ({ stage, file: reference(stage), dice: { seeds: 5 } })),
  ...wrong.map(([name, mutant, milestone]) => {
    const stage = findStage(name, 'compare');
    const file = join(root, 'solutions', stage.folder, 'mutants', `${mutant}.ts`);
    return { stage, file, milestone, dice: { seeds: 20 }, trace: true };
  }),
];

for (const order of orders) {
  const { ms: _all, milestones, ...grade } = await gradeSubmission(order);
  printJson({ ...grade, milestones: milestones.map(({ ms: _each, ...result }) => result) });
}
