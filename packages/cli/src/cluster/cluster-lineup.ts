/** The lineup of a cluster: of all stages, those that are a part of Raft. */
import { type Lineup, lineupFrom, type Otherwise } from '../lineup.ts';
import { stages } from '../stages.ts';

export function clusterLineup(text: string | undefined, otherwise: Otherwise, attempt: string): Lineup {
  const files = lineupFrom(text, otherwise, attempt);
  const parts = stages.filter(({ imports }) => imports.includes('@weekend/raft')).map(({ name }) => name);
  return Object.fromEntries(Object.entries(files).filter(([stage]) => parts.includes(stage)));
}
