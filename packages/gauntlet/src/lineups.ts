/**
 * Clusters whose nodes run the stages of different people: on one node an unusual election beside the reference's log, on
 * the next the other way round. Each stage alone is right, so each mixture has to be: stages meet only in Figure 2's state
 * and messages, and nodes only in messages.
 */
import { join } from 'node:path';
import { type NodeOf, tryHistories } from '@weekend/grading';
import { exportOf } from '@weekend/protocol';
import { raftNode, type Stages } from '@weekend/raft';
import { findStage, namesIn, reference, type Stage, urlOf } from './stages.ts';

export interface LineupRun {
  /** For each node the file of each stage: `pre-vote + reference + says-more`. */
  nodes: readonly string[];
  seeds: number;
  /** What broke, and with which seed. */
  broken: string | undefined;
}

const howMany = 10;

/** Histories of clients come from clusters of at most so many. */
const clusterSize = 5;

/**
 * Ten of them, always the same. Each has a node with the reference's election and log. What is replicated is one state
 * machine, so the key-value stage is somebody else's in each lineup, and the same on all of its nodes (§2).
 */
export async function lineups(seeds: number): Promise<LineupRun[]> {
  const [elections, replications, keyValues] = await Promise.all([
    allOf<Stages['election']>(findStage('election')),
    allOf<Stages['replication']>(findStage('log-replication')),
    allOf<Stages['keyValue']>(findStage('kv-store')),
  ]);
  return Array.from({ length: howMany }, (_, lineup) => {
    const cast = Array.from({ length: clusterSize }, (_, node) => {
      const turn = node === 0 ? 0 : 1 + lineup * (clusterSize - 1) + (node - 1);
      return [nth(elections, turn), nth(replications, turn), nth(keyValues, lineup)] as const;
    });
    const protocols = cast.map(([election, replication, keyValue]) =>
      raftNode({ election: election.stage, replication: replication.stage, keyValue: keyValue.stage }),
    );
    const nodeOf: NodeOf = (name) => protocols[(Number(name.slice(1)) - 1 + lineup) % clusterSize] ?? raise(name);
    const broken = tryHistories(nodeOf, { seed: 1, seeds });
    return {
      nodes: cast.map((stages) => stages.map(({ name }) => name).join(' + ')),
      seeds,
      broken: broken && `seed ${broken.seed}: ${broken.message}`,
    };
  });
}

export function tellLineups(runs: readonly LineupRun[]): string {
  return runs
    .map(({ nodes, seeds, broken }, i) => `lineup ${i + 1}: ${broken ?? `${seeds} seeds`}\n  ${nodes.join('\n  ')}`)
    .join('\n');
}

interface Named<T> {
  name: string;
  stage: T;
}

/** The reference first. */
async function allOf<T>(stage: Stage): Promise<Named<T>[]> {
  const files = namesIn(stage, 'variants').map((name) => [name, join(stage.folder, 'variants', `${name}.ts`)] as const);
  const loaded = [['reference', reference(stage)] as const, ...files].map(async ([name, file]) => {
    const module = await import(urlOf(file));
    return { name, stage: module[exportOf(stage.name)] as T };
  });
  return Promise.all(loaded);
}

function nth<T>(list: readonly T[], turn: number): T {
  const found = list[turn % list.length];
  if (found === undefined) throw new Error('Cannot make a lineup: there is nobody to choose from');
  return found;
}

function raise(name: string): never {
  throw new Error(`Cannot make a lineup: there is no node ${name}`);
}
