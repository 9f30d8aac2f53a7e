/** Plays a scenario on a cluster of its own, and leaves nothing of it behind, however it ends. */
import { randomBytes } from 'node:crypto';
import { NotDone } from '@weekend/client';
import type { Lineup } from '../../lineup.ts';
import { say } from '../../words/say.ts';
import { Clients } from '../clients/clients.ts';
import type { Counts } from '../clients/recorder.ts';
import { hasClients } from '../cluster-lineup.ts';
import { fleetOf } from '../fleets.ts';
import { look, type Sighting } from '../observe.ts';
import { claimName, newKey, plannedNodes, type Runtime } from '../plan.ts';
import { freeBlock } from '../ports.ts';
import { awaitAgreement, clientCount, FellShort, lookAt, type Outcome, type Scenario, type Stage } from './stage.ts';

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
  /** What became of the clients' requests. */
  counts?: Counts;
  /** How the cluster was at the end. */
  sightings: readonly Sighting[];
}

/** Throws `CannotRun` if there was no cluster to play on, and an `AbortError` if it was interrupted. */
export async function play(scenario: Scenario, { runtime, nodes, lineup, signal, tell }: Wishes): Promise<Played> {
  const attempt = say('do-play', { scenario: scenario.name });
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
    { cuttable: scenario.cuts === true },
  );
  claimName(fleet.plan);
  const began = performance.now();
  const stage: Stage = {
    fleet,
    clients: undefined,
    signal,
    tell: (line) => tell(line, performance.now() - began),
  };
  try {
    await fleet.up(stage.tell, signal);
    const outcome = await playOut(scenario, stage).catch(asOutcome);
    const counts = stage.clients?.counts;
    return { passed: !('failed' in outcome), ...outcome, sightings: await look(fleet), ...(counts && { counts }) };
  } finally {
    stage.clients?.close();
    await fleet.down();
  }
}

/** How long a client waits for an answer before it asks something else, in milliseconds. */
const clientPatience = 3_000;

async function startClients(stage: Stage): Promise<Clients> {
  const nodes = stage.fleet.plan.nodes.map(({ http }) => `127.0.0.1:${http}`);
  try {
    const clients = await Clients.start({ nodes, clients: clientCount, rest: 5, timeout: clientPatience });
    stage.tell(say('told-clients', { count: clientCount }));
    return clients;
  } catch (error) {
    if (!(error instanceof NotDone)) throw error;
    // Perhaps the nodes have ended, which says more.
    await lookAt(stage, []);
    throw new FellShort(say('awaited-clients', { why: error.message }));
  }
}

/** The scenario, and then what its clients saw. */
async function playOut(scenario: Scenario, stage: Stage): Promise<Outcome> {
  if (!hasClients(stage.fleet.plan.lineup)) return await scenario.play(stage);
  const clients = await startClients(stage);
  stage.clients = clients;
  const { verdict, facts } = await scenario.play(stage);
  await clients.stop();
  const end = await awaitAgreement(stage);
  stage.tell(say('told-rest', { count: end }));
  const judgement = await clients.judged();
  if (judgement.kind === 'not shown') throw new FellShort(judgement.words);
  const { acknowledged, refused, unknown } = clients.counts;
  const told = say('and-linearizable', { verdict, count: judgement.operations });
  return { verdict: told, facts: { ...facts, operations: judgement.operations, acknowledged, refused, unknown } };
}

function asOutcome(error: unknown): Outcome & { failed: true } {
  if (error instanceof FellShort) return { verdict: error.message, facts: {}, failed: true };
  throw error;
}
