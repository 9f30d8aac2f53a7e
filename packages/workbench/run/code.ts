/** The modules that a setup needs, and the nodes that come of them. */
import { type Address, inspected, type Protocol } from '@weekend/protocol';
import {
  type Election,
  heartbeatsOnly,
  type KeyValue,
  noClients,
  type Raft,
  type Replication,
  raftNode,
} from '@weekend/raft';
import { address, type Lineup, type Setup, type StageName, stageNames, type Who } from './setup.ts';

/** A module that can stand at a stage, by its export. Anything else is told as a mistake in it. */
export type StageModule = Election | Replication | KeyValue;

export interface Needed {
  stage: StageName;
  who: Exclude<Who, 'absent'>;
}

/** Loaded modules by `keyOf`. */
export type Modules = ReadonlyMap<string, StageModule>;

export const keyOf = ({ stage, who }: Needed): string => `${who} ${stage}`;

/** Each module once. */
export function needed({ lineups }: Setup): Needed[] {
  const all = lineups.flatMap((lineup) => stageNames.map((stage) => ({ stage, who: lineup[stage] })));
  const present = all.filter((each): each is Needed => each.who !== 'absent');
  return [...new Map(present.map((each) => [keyOf(each), each])).values()];
}

export function nodesOf({ lineups }: Setup, modules: Modules): Record<Address, Protocol<Raft>> {
  return Object.fromEntries(lineups.map((lineup, place) => [address(place), nodeOf(lineup, modules)]));
}

function nodeOf(lineup: Lineup, modules: Modules): Protocol<Raft> {
  const at = (stage: StageName): StageModule | undefined => {
    const who = lineup[stage];
    if (who === 'absent') return undefined;
    const module = modules.get(keyOf({ stage, who }));
    if (!module) throw new Error(`Cannot start a node: ${stage} by ${who} was not loaded`);
    return module;
  };
  const node = raftNode({
    election: (at('election') ?? nobodyLeads) as Election,
    replication: (at('log-replication') ?? heartbeatsOnly) as Replication,
    keyValue: (at('kv-store') ?? noClients) as KeyValue,
  });
  // A clock or a variable of the student's own would make another run of every replay: it is told instead.
  return stageNames.some((stage) => lineup[stage] === 'mine') ? inspected(node) : node;
}

/** Stands where even the first stage is not there: a node that does nothing. */
const nobodyLeads: Election = {
  onNewerTerm() {},
  onElectionTimeout() {},
  onRequestVote() {},
  onRequestVoteReply() {},
  onLeaderHeard() {},
};
