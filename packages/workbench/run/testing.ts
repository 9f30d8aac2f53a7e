/** The references, loaded as a session wants them, for tests. */
import { election } from '@solutions/03-election/election.ts';
import { logReplication } from '@solutions/04-log-replication/log-replication.ts';
import { kvStore } from '@solutions/05-kv-store/kv-store.ts';
import { keyOf, type Modules, type StageModule } from './code.ts';
import type { StageName, Who } from './setup.ts';

const references: [StageName, StageModule][] = [
  ['election', election],
  ['log-replication', logReplication],
  ['kv-store', kvStore],
];

/** The references under the name of whoever is to stand there, and what is given instead of them. */
export function modulesBy(who: Exclude<Who, 'absent'>, instead: Partial<Record<StageName, StageModule>> = {}): Modules {
  return new Map(references.map(([stage, module]) => [keyOf({ stage, who }), instead[stage] ?? module]));
}
