/**
 * The nodes of an election scene: Raft nodes that run the student's stage over a log that stands still, and the ways to
 * bring one to where a scene begins. A scene says what a node has to come to, never how: one that asks for PreVotes first,
 * asks twice in a term or waits longer each time gets there too.
 */
import { type Address, inspected, type Protocol } from '@weekend/protocol';
import type { Election, Raft, State } from '@weekend/raft';
import type { Actor, Luck } from '../actor.ts';
import { ofKind, preVoteReply, vote } from '../raft/messages.ts';
import { tellStory } from '../raft/story.ts';
import { insist, Refuted } from '../refuted.ts';
import { playEach, Scene, type Walk } from '../scene.ts';
import type { Broken } from '../suite.ts';
import { asFarAsWritten } from '../written.ts';
import { electionNode, logOf } from './node.ts';

export type Node = Actor<Raft>;

export interface Start {
  term?: number;
  votedFor?: Address | null;
  /** The terms of the entries of its log. */
  log?: readonly number[];
  luck?: Luck;
}

export type Act = (cast: Cast) => void;

/** What breaks first when these scenes are played in order. Only the handlers in `needed` have to be written for them. */
export function playAll(
  stage: Election,
  needed: readonly (keyof Election)[],
  acts: readonly (Act | Walk<Cast>)[],
): Broken | undefined {
  const written = asFarAsWritten(stage, needed, ['disregards']);
  return playEach<Raft, Cast>(tellStory, acts, (scene) => new Cast(scene, written));
}

export class Cast {
  readonly #scene: Scene<Raft>;
  readonly #protocol: Protocol<Raft>;
  readonly #stage: Election;

  constructor(scene: Scene<Raft>, stage: Election) {
    this.#scene = scene;
    this.#stage = stage;
    this.#protocol = inspected(electionNode(stage));
  }

  /** A node that has just booted with this on its disk. The first name is its own. */
  follower([me, ...peers]: readonly Address[], { term = 0, votedFor = null, log = [], luck }: Start = {}): Node {
    if (me === undefined) throw new Error('Cannot cast a node without a name');
    const disk = { currentTerm: term, votedFor, log: logOf(log) };
    return this.#scene.actor(this.#protocol, { me, peers, disk, ...(luck && { luck }) });
  }

  /** A node that stands for election in a term after `term`. */
  candidate(names: readonly Address[], start: Start = {}): Node {
    const node = this.follower(names, start);
    stands(node);
    return node;
  }

  /** A node that has won the election of a term after `term`. */
  leader(names: readonly Address[], start: Start = {}): Node {
    const node = this.candidate(names, start);
    wins(node);
    return node;
  }

  /** In this role, as the student's handlers bring it there; while they can not yet, as Figure 2 describes it. */
  already(role: 'candidate' | 'leader', names: readonly Address[], start: Start = {}): Node {
    const trial = new Cast(new Scene<Raft>(), this.#stage);
    try {
      trial[role](names, start);
    } catch {
      return this.#described(role, names, start);
    }
    return this[role](names, start);
  }

  #described(role: 'candidate' | 'leader', names: readonly Address[], { term = 0, ...start }: Start): Node {
    const me = names[0] as Address;
    const node = this.follower(names, { ...start, term: term + 1, votedFor: me });
    if (role === 'candidate') {
      node.state.role = { kind: 'candidate', votes: [me] };
      return node;
    }
    const perPeer = (index: number) => Object.fromEntries(node.peers.map((peer) => [peer, index]));
    node.state.role = { kind: 'leader', nextIndex: perPeer(1), matchIndex: perPeer(0) };
    node.timers.delete('election');
    return node;
  }
}

export const isLeader = (node: Node): boolean => node.state.role.kind === 'leader';

/** `a candidate of term 5`. */
export const standing = ({ role, currentTerm }: State): string => `a ${role.kind} of term ${currentTerm}`;

/** How often a node may let its timer pass before it stands anew: others may resend, or ask for PreVotes first. */
const patience = 10;

/** The node's timer fires until it stands in a term newer than its own. A cluster of one may have won by then. */
export function stands(node: Node): void {
  const before = node.state.currentTerm;
  for (let i = 0; i < patience; i++) {
    insist(
      node.fires('election'),
      `${node.me} is ${standing(node.state)} and its election timer does not run; wanted it to, since nothing else makes it stand`,
    );
    answerPreVotes(node);
    if (node.state.currentTerm > before && node.state.role.kind !== 'follower') return;
  }
  throw new Refuted(
    `the election timer of ${node.me}, of term ${before} at first, has fired ${patience} times and ${node.me} has not stood in a newer term; wanted it to (§5.2)`,
  );
}

/** Everybody would vote for it. */
function answerPreVotes(node: Node): void {
  const { currentTerm } = node.state;
  for (const { to } of ofKind('PreVote', node.sent)) {
    if (node.state.currentTerm !== currentTerm || isLeader(node)) return;
    node.hears(to, preVoteReply(currentTerm, true));
  }
}

/** Its peers vote for a candidate until it leads. */
export function wins(node: Node): void {
  const { currentTerm } = node.state;
  for (const peer of node.peers) {
    if (isLeader(node)) return;
    node.hears(peer, vote(currentTerm));
  }
  insist(
    isLeader(node),
    `${node.me} has the votes of all its peers in term ${currentTerm} and is ${standing(node.state)}; wanted it to lead`,
  );
}
