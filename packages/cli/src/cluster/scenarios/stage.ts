/** What a scenario plays on: a cluster of its own, a clock, and somebody who listens. */
import { crashAmong, inShort } from '../crash.ts';
import type { Fleet } from '../fleet.ts';
import { agreedReign, look, type Reign, type Sighting } from '../observe.ts';
import { until } from '../until.ts';

/** Thrown where a cluster did not do what a right one does. Says what was awaited and what was there. */
export class FellShort extends Error {
  override name = 'FellShort';
}

export interface Stage {
  fleet: Fleet;
  /** Ends the scenario by a throw. */
  signal: AbortSignal;
  /** One line of the story, as it happens. */
  tell(line: string): void;
}

export interface Scenario {
  name: string;
  /** What it does, for `--help`. */
  summary: string;
  /** Answers the verdict, and facts for machines. Throws `FellShort`. */
  play(stage: Stage): Promise<Outcome>;
}

export interface Outcome {
  verdict: string;
  facts: Record<string, number | string>;
}

/** How long a cluster may take for its first election, and for agreeing again after one: far more than a right one needs. */
export const patience = 15_000;

/** Waits until all running nodes name the same leader, in a term after `newerThan`. */
export async function awaitReign(
  stage: Stage,
  awaited: { what: string; newerThan: number; within: number; stopped: readonly string[] },
): Promise<Reign> {
  let sightings: readonly Sighting[] = [];
  const reign = await until(
    async () => {
      sightings = await lookAt(stage, awaited.stopped);
      const agreed = agreedReign(sightings);
      return agreed && agreed.term > awaited.newerThan ? agreed : undefined;
    },
    { within: awaited.within, every: interval(stage), signal: stage.signal },
  );
  if (reign) return reign;
  throw new FellShort(
    `awaited was ${awaited.what} within ${awaited.within / 1000} s, and then this is how they were: ${inWords(sightings)}`,
  );
}

/** Looks, and does not let a node that goes down by itself pass unnoticed. */
export async function lookAt({ fleet }: Stage, stopped: readonly string[]): Promise<Sighting[]> {
  const sightings = await look(fleet);
  const crash = await crashAmong(
    fleet,
    sightings.filter(({ id }) => !stopped.includes(id)),
  );
  if (crash) throw new FellShort(inShort(crash));
  return sightings;
}

/** Often enough to time an election; not so often that asking slows it. */
export const interval = ({ fleet }: Stage): number => Math.max(20, 4 * fleet.plan.nodes.length);

/** `n1 is a candidate in term 7, n2 follows n3 in term 6`. */
function inWords(sightings: readonly Sighting[]): string {
  return sightings.map(({ id, life, view }) => `${id} ${view ? seen(view) : `is ${life}`}`).join(', ');
}

function seen({ role, term, leader }: NonNullable<Sighting['view']>): string {
  if (role === 'leader') return `leads term ${term}`;
  if (role === 'follower') return leader ? `follows ${leader} in term ${term}` : `follows nobody in term ${term}`;
  return `is a ${role} in term ${term}`;
}
