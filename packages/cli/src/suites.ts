/** Which suite proves which stage. */
import { election, type Suite } from '@weekend/grading';

/** Here a stage is any object with functions; which ones is the suite's business. */
export type Handlers = Record<string, unknown>;

const suites = { election } as unknown as Record<string, Suite<Handlers>>;

export function suiteOf(stage: string): Suite<Handlers> {
  const suite = suites[stage];
  if (!suite) throw new Error(`Cannot find the suite of ${stage}: there are ${Object.keys(suites).join(', ')}`);
  return suite;
}
