/** Which suite proves which stage. */
import { concurrency, consistency, election, kvStore, logReplication, logStore, type Suite } from '@weekend/grading';

/** Here a stage is any object with functions; which ones is the suite's business. */
export type Handlers = Record<string, unknown>;

const suites = [concurrency, consistency, election, logReplication, kvStore, logStore] as unknown as Suite<Handlers>[];

export function suiteOf(stage: string): Suite<Handlers> {
  const suite = suites.find((each) => each.stage === stage);
  if (suite) return suite;
  const names = suites.map(({ stage }) => stage).join(', ');
  throw new Error(`Cannot find the suite of ${stage}: there are ${names}`);
}
