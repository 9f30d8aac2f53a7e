/** Raft as something that a runtime can be pointed at: stage files in, a protocol out. */
import { exportOf, type Protocol } from '@weekend/protocol';
import { heartbeatsOnly, noClients } from './absent.ts';
import { lastIndex } from './log.ts';
import { raftNode } from './node.ts';
import type { Election, KeyValue, Replication, Stages } from './stages.ts';
import type { Raft, State } from './state.ts';

/** For each stage of the lineup, by its stub's name, the URL of the file that stands there. */
export type StageFiles = Partial<Record<string, string>>;

/** Loads the stages. Throws if the file of a stage can't be loaded, or has no export of the stage's name. */
export async function deploy(files: StageFiles): Promise<Protocol<Raft>> {
  const stages: Stages = {
    election: await load<Election>(files, 'election'),
    replication: files['log-replication'] ? await load<Replication>(files, 'log-replication') : heartbeatsOnly,
    keyValue: files['kv-store'] ? await load<KeyValue>(files, 'kv-store') : noClients,
  };
  return raftNode(stages);
}

/** How many of the last entries a page can show one by one. */
const shownEntries = 8;

/** What a node's status page shows of its state. */
export function describe(state: State): Record<string, string | number | null | number[]> {
  return {
    role: state.role.kind,
    term: state.currentTerm,
    leader: leaderOf(state),
    lastIndex: lastIndex(state.log),
    commitIndex: state.commitIndex,
    lastApplied: state.lastApplied,
    lastTerms: state.log.slice(-shownEntries).map(({ term }) => term),
  };
}

/** Whom this node takes for the leader of its term. */
function leaderOf(state: State): string | null {
  switch (state.role.kind) {
    case 'leader':
      return state.me;
    case 'follower':
      return state.role.leader;
    case 'candidate':
      return null;
    default:
      return state.role satisfies never;
  }
}

async function load<Stage>(files: StageFiles, stage: string): Promise<Stage> {
  const file = files[stage];
  if (!file) throw new Error(`Cannot start a Raft node: no file was given for the stage ${stage}`);
  const module = await import(file);
  const name = exportOf(stage);
  if (!module[name]) throw new Error(`Cannot use ${file}: it exports no "${name}"`);
  return module[name];
}
