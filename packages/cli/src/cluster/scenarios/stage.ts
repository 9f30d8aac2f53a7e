/** What a scenario plays on: a cluster of its own, a clock, and somebody who listens. */

import { type PlainKey, say } from '../../words/say.ts';
import type { Clients } from '../clients/clients.ts';
import { crashAmong, inShort } from '../crash.ts';
import type { Fleet } from '../fleet.ts';
import { agreedReign, look, type Reign, type Sighting } from '../observe.ts';
import { roleInWords } from '../table.ts';
import { until } from '../until.ts';

/** Thrown where a cluster did not do what a right one does. Says what was awaited and what was there. */
export class FellShort extends Error {
  override name = 'FellShort';
}

export interface Stage {
  fleet: Fleet;
  /** Who uses the cluster all the while; nobody where the lineup ends with elections. */
  clients: Clients | undefined;
  /** Ends the scenario by a throw. */
  signal: AbortSignal;
  /** One line of the story, as it happens. */
  tell(line: string): void;
}

export interface Scenario {
  name: string;
  /** What it does, for `--help`: where the catalogue has it. */
  summary: Extract<PlainKey, `scenario-${string}`>;
  /** It cuts the network. */
  cuts?: boolean;
  /** Answers the verdict, and facts for machines. Throws `FellShort`. */
  play(stage: Stage): Promise<Outcome>;
}

export interface Outcome {
  verdict: string;
  facts: Record<string, number | string>;
}

/** How long a cluster may take for its first election, and for agreeing again after one: far more than a right one needs. */
export const patience = 15_000;

/** Waits until all running nodes but those `without` whom it has to go name the same leader, in a term after `newerThan`. */
export async function awaitReign(
  stage: Stage,
  awaited: { what: string; newerThan: number; within: number; without: readonly string[] },
): Promise<Reign> {
  let sightings: readonly Sighting[] = [];
  const reign = await until(
    async () => {
      sightings = await lookAt(stage, awaited.without);
      const agreed = agreedReign(sightings.filter(({ id }) => !awaited.without.includes(id)));
      return agreed && agreed.term > awaited.newerThan ? agreed : undefined;
    },
    { within: awaited.within, every: interval(stage), signal: stage.signal },
  );
  if (reign) return reign;
  throw new FellShort(
    say('awaited-reign', { what: awaited.what, seconds: awaited.within / 1000, nodes: inWords(sightings) }),
  );
}

/** Waits until clients have had answers that they had not when this was called. `stopped`: who was stopped on purpose. */
export async function awaitAnswers(stage: Stage, when: string, stopped: readonly string[] = []): Promise<void> {
  const { clients, signal } = stage;
  if (!clients) return;
  const before = clients.counts.acknowledged;
  const many = answersAwaited;
  const goesOn = async () => {
    await lookAt(stage, stopped);
    return clients.counts.acknowledged >= before + many || undefined;
  };
  if (await until(goesOn, { within: patience, every: interval(stage), signal })) return;
  throw new FellShort(
    say('awaited-answers', { when, seconds: patience / 1000, served: clients.counts.acknowledged - before, many }),
  );
}

/** Waits until every node has committed what any node has in its log: all copies agree. For a cluster that nobody uses. */
export async function awaitAgreement(stage: Stage): Promise<number> {
  let sightings: readonly Sighting[] = [];
  const end = await until(
    async () => {
      sightings = await lookAt(stage, []);
      const ends = sightings.flatMap(({ view }) => (view ? [view.lastIndex, view.commitIndex] : [Number.NaN]));
      return ends.every((index) => index === ends[0]) ? ends[0] : undefined;
    },
    { within: patience, every: interval(stage), signal: stage.signal },
  );
  if (end !== undefined) return end;
  const logs = sightings.map(({ id: node, view }) =>
    view ? say('log-at', { node, commit: view.commitIndex, last: view.lastIndex }) : say('log-silent', { node }),
  );
  throw new FellShort(say('awaited-agreement', { seconds: patience / 1000, nodes: logs.join(', ') }));
}

/** So many requests are enough to see that clients are served: a dozen of each. */
const answersAwaited = 100;

/** How many clients use the cluster. */
export const clientCount = 8;

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
  return sightings.map(seen).join(', ');
}

function seen({ id: node, life, view }: Sighting): string {
  if (!view) return say('seen-is-not', { node, life: say(`life-${life}`) });
  const { role, term, leader } = view;
  if (role === 'leader') return say('seen-leads', { node, term });
  if (role !== 'follower') return say('seen-is', { node, role: roleInWords(role), term });
  return leader ? say('seen-follows', { node, leader, term }) : say('seen-follows-nobody', { node, term });
}
