/** Plays a scenario on a cluster of its own, and leaves nothing of it behind, however it ends. */
import { randomBytes } from 'node:crypto';
import type { Lineup } from '../../lineup.ts';
import { fleetOf } from '../fleets.ts';
import { look, type Sighting } from '../observe.ts';
import { claimName, newKey, plannedNodes, type Runtime } from '../plan.ts';
import { freeBlock } from '../ports.ts';
import { FellShort, type Outcome, type Scenario } from './stage.ts';

export interface Wishes {
  runtime: Runtime;
  nodes: number;
  lineup: Lineup;
  signal: AbortSignal;
  /** Hears each line of the story, with the milliseconds since the beginning. */
  tell(line: string, at: number): void;
}

export interface Played extends Outcome {
  passed: boolean;
  /** How the cluster was at the end. */
  sightings: readonly Sighting[];
}

/** Throws `CannotRun` if there was no cluster to play on, and an `AbortError` if it was interrupted. */
export async function play(scenario: Scenario, { runtime, nodes, lineup, signal, tell }: Wishes): Promise<Played> {
  const attempt = `play ${scenario.name}`;
  const fleet = await fleetOf(
    {
      // Two may be played at the same time.
      name: `${scenario.name}-${randomBytes(3).toString('hex')}`,
      runtime,
      nodes: plannedNodes(nodes, await freeBlock(2 * nodes, attempt)),
      lineup,
      key: newKey(),
      owner: process.pid,
    },
    attempt,
  );
  claimName(fleet.plan);
  const began = performance.now();
  const stage = { fleet, signal, tell: (line: string) => tell(line, performance.now() - began) };
  try {
    await fleet.up(stage.tell, signal);
    const outcome = await scenario.play(stage).catch(asOutcome);
    return { passed: !('failed' in outcome), ...outcome, sightings: await look(fleet) };
  } finally {
    await fleet.down();
  }
}

function asOutcome(error: unknown): Outcome & { failed: true } {
  if (error instanceof FellShort) return { verdict: error.message, facts: {}, failed: true };
  throw error;
}
