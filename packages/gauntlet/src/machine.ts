/** Machine-made mutants of a reference against its suite: who survives has to be explained, and who is explained to survive. */
import { crc32 } from 'node:zlib';
import { defaultDice } from '@weekend/grading';
import { urlOfEdited } from './edited-file.ts';
import { isFound } from './job.ts';
import { type MachineMutant, mutantsOf } from './mutate.ts';
import type { Pool } from './pool.ts';
import { explained, filesOf, reference, type Stage } from './stages.ts';

export interface Machine {
  stage: string;
  mutants: number;
  killed: number;
  /** Survivors that are as right as the reference, by what is said of them in `survivors.json`. */
  explained: number;
  unexplained: readonly { id: string; place: string }[];
  /** What `survivors.json` explains, and what is no survivor: not made any more, or found. */
  stale: readonly string[];
}

/** Of `oneOf` mutants it takes one, always the same: all of them, if nothing is said. */
export async function machine(stage: Stage, pool: Pool, oneOf = 1): Promise<Machine> {
  const milestones = stage.suite.milestones.map(({ id }) => id);
  const all = filesOf(stage).flatMap((file) => mutantsOf(file).map((mutant) => ({ ...mutant, file })));
  const mutants = all.filter(({ id }) => crc32(id) % oneOf === 0);
  const survives = async ({ file, edit }: MachineMutant & { file: string }) => {
    const submission = urlOfEdited(reference(stage), file, edit);
    const verdicts = await pool.run({ stage: stage.name, submission, milestones, dice: defaultDice, once: true });
    return verdicts.every(({ outcome }) => !isFound(outcome));
  };
  const fates = await Promise.all(mutants.map(async (mutant) => ({ mutant, survived: await survives(mutant) })));
  const survivors = fates.filter(({ survived }) => survived).map(({ mutant }) => mutant);
  const reasons = new Set(Object.values(explained(stage)).flat());
  const [made, tried, alive] = [all, mutants, survivors].map((list) => new Set(list.map(({ id }) => id)));
  return {
    stage: stage.name,
    mutants: mutants.length,
    killed: mutants.length - survivors.length,
    explained: survivors.filter(({ id }) => reasons.has(id)).length,
    unexplained: survivors
      .filter(({ id }) => !reasons.has(id))
      .map(({ id, file, line }) => ({ id, place: `${file}:${line}` })),
    stale: [...reasons].filter((id) => !made?.has(id) || (tried?.has(id) && !alive?.has(id))),
  };
}
