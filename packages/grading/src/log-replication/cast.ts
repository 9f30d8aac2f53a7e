/** The nodes of a replication scene: Raft nodes that run the student's stage beside an election and clients of ours. */
import { type Address, inspected, type Protocol } from '@weekend/protocol';
import { type Entry, type Raft, type Replication, raftNode, type State, type Term } from '@weekend/raft';
import type { Actor } from '../actor.ts';
import { vote } from '../raft/messages.ts';
import type { Neighbours } from '../raft/neighbours.ts';
import { plainElection } from '../raft/plain-election.ts';
import { tellStory } from '../raft/story.ts';
import { wellFormed } from '../raft/well-formed.ts';
import { playEach, type Scene, type Walk } from '../scene.ts';
import type { Broken } from '../suite.ts';
import { asFarAsWritten } from '../written.ts';
import { ledger } from './ledger.ts';

export type Node = Actor<Raft>;

export interface Start {
  term?: Term;
  votedFor?: Address | null;
  log?: readonly Entry[];
}

export type Act = (cast: Cast) => void;

/** A Raft node that runs this replication stage. */
export const replicationNode = (
  replication: Replication,
  { election = plainElection }: Neighbours = {},
): Protocol<Raft> => wellFormed(raftNode({ election, replication, keyValue: ledger }));

/** What breaks first when these scenes are played in order. Only the handlers in `needed` have to be written for them. */
export function playAll(
  stage: Replication,
  needed: readonly (keyof Replication)[],
  acts: readonly (Act | Walk<Cast>)[],
): Broken | undefined {
  const protocol = inspected(replicationNode(asFarAsWritten(stage, needed, ['onCommand'])));
  return playEach<Raft, Cast>(tellStory, acts, (scene) => new Cast(scene, protocol));
}

export class Cast {
  readonly #scene: Scene<Raft>;
  readonly #protocol: Protocol<Raft>;

  constructor(scene: Scene<Raft>, protocol: Protocol<Raft>) {
    this.#scene = scene;
    this.#protocol = protocol;
  }

  /** A node that has just booted with this on its disk. The first name is its own. */
  follower([me, ...peers]: readonly Address[], { term = 0, votedFor = null, log = [] }: Start = {}): Node {
    if (me === undefined) throw new Error('Cannot cast a node without a name');
    return this.#scene.actor(this.#protocol, { me, peers, disk: { currentTerm: term, votedFor, log: [...log] } });
  }

  /** A node that stands for election in the term after `term`. */
  candidate(names: readonly Address[], start: Start = {}): Node {
    const node = this.follower(names, start);
    node.fires('election');
    return node;
  }

  /** A node that has won the election of the term after `term`. */
  leader(names: readonly Address[], start: Start = {}): Node {
    const node = this.candidate(names, start);
    wins(node);
    return node;
  }
}

/** Half of its peers, and one more, vote for a candidate. */
export function wins(node: Node): void {
  const { currentTerm } = node.state;
  for (const peer of node.peers) {
    if (isLeader(node.state)) return;
    node.hears(peer, vote(currentTerm));
  }
  if (!isLeader(node.state)) throw new Error(`Cannot go on: ${node.me} has all votes and does not lead`);
}

export const isLeader = ({ role }: State): boolean => role.kind === 'leader';

export const cluster = (size: number): Address[] => Array.from({ length: size }, (_, i) => `n${i + 1}`);
