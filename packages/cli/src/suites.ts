/** Which suite proves which stage. */
import { concurrency, consistency, election, kvStore, logReplication, logStore, type Suite } from '@weekend/grading';

/** Here a stage is any object with functions; which ones is the suite's business. */
export type Handlers = Record<string, unknown>;

const suites = {
  concurrency,
  consistency,
  election,
  'log-replication': logReplication,
  'kv-store': kvStore,
  'log-store': logStore,
} as unknown as Record<string, Suite<Handlers>>;

export function suiteOf(stage: string): Suite<Handlers> {
  const suite = suites[stage];
  if (!suite) throw new Error(`Cannot find the suite of ${stage}: there are ${Object.keys(suites).join(', ')}`);
  return suite;
}
