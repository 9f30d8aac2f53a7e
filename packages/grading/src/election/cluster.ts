/** A simulated cluster of the student's nodes, watched after every turn, and what can be waited for in it. */
import { type Address, inspected, type Millis } from '@weekend/protocol';
import {
  type Durable,
  type Election,
  electionSafety,
  electionTimeout,
  heartbeatInterval,
  noPast,
  type Raft,
  type State,
} from '@weekend/raft';
import type { Fault, Network, Simulation, Taken } from '@weekend/simulator';
import { Nearest } from '../nearest.ts';
import { tellStory } from '../raft/story.ts';
import { Refuted } from '../refuted.ts';
import type { Run, Simulate } from '../run.ts';
import { electionRestriction, oneVoteATerm, type Votes } from './invariants.ts';
import { electionNode } from './node.ts';
import { longestWait } from './waiting.ts';

export interface Setting {
  seed: number;
  simulate: Simulate<Raft>;
  nodes: readonly Address[];
  network?: Network;
  plan?: readonly Fault[];
  saved?: Readonly<Record<Address, Partial<Durable>>>;
}

/** So many of the longest election timeouts that the nodes have set must be enough for a leader to rise. */
const patience = 100;

/** A cluster that does more than this talks without end. Some come at once, when a paused node goes on. */
const stepsAtOnce = 5_000;
const stepsPerMs = 15;

/** Inspection costs two thirds of a run, and every scene is inspected. */
const inspectEvery = 5;

export class Cluster {
  readonly sim: Simulation<Raft>;
  #longestTimeout: Millis = electionTimeout.max;
  /** The rule that is broken when `sim.broken` is. */
  #rule: string | undefined;
  readonly #past = noPast();
  readonly #votes: Votes = {};

  constructor(stage: Election, { nodes, simulate, ...setting }: Setting) {
    const plain = electionNode(stage);
    const protocol = setting.seed % inspectEvery === 0 ? inspected(plain) : plain;
    this.sim = simulate({
      ...setting,
      nodes: Object.fromEntries(nodes.map((node) => [node, protocol])),
      afterTurn: (node, sim, taken) => this.#watch(node, sim, taken),
    });
  }

  /** As `trySeeds` wants it. */
  run(act: () => void, fewest: number): Run<Raft> {
    return { sim: this.sim, act, fewest, verdict: () => this.#verdict(), story: tellStory };
  }

  /** Runs until the nodes that are up follow one leader, and returns it. */
  settles(): State {
    const began = this.sim.now;
    const nearest = new Nearest('; nobody has led in all that time');
    this.#run(
      () => Math.ceil(began + patience * this.#longestTimeout),
      () => {
        const leader = this.#settledLeader();
        if (!leader) this.#look(nearest);
        return leader !== undefined;
      },
    );
    const waited = Math.round(this.sim.now - began);
    return (
      this.#settledLeader() ??
      refute(
        `after ${waited} ms the cluster has not settled: ${this.#who()}${nearest}; wanted one leader that all follow, within ${patience} timeouts`,
      )
    );
  }

  /** Lets so many heartbeats pass, in which a settled cluster stays as it is. */
  stays(heartbeats: number): void {
    const { me, currentTerm } = this.settles();
    this.passes(heartbeats * heartbeatInterval);
    const after = this.#settledLeader();
    if (after?.me === me && after.currentTerm === currentTerm) return;
    refute(
      `${me} led term ${currentTerm} of a healthy cluster, and within ${heartbeats} heartbeats that was over: ${this.#who()}; wanted it to lead on`,
    );
  }

  passes(time: Millis): void {
    const end = Math.ceil(this.sim.now + time);
    this.#run(() => end);
  }

  /** So many of the longest timeouts that the nodes have set. */
  passesTimeouts(count: number): void {
    this.passes(count * this.#longestTimeout);
  }

  /** `end`, in whole milliseconds, may move away while the nodes set longer timeouts. */
  #run(end: () => Millis, when?: () => boolean): void {
    while (!when?.() && this.sim.now < end()) {
      const until = Math.min(end(), this.sim.now + this.#longestTimeout);
      const time = Math.ceil(until - this.sim.now);
      const steps = stepsAtOnce + time * stepsPerMs;
      const stopped = this.sim.run({ until, steps, ...(when && { when }) });
      if (stopped === 'broken') throw this.#verdict();
      if (stopped === 'failed') refute('a handler threw');
      if (stopped === 'quiet') return;
      if (stopped === 'steps')
        refute(
          `the cluster has done ${steps} things within ${time} ms; wanted elections that cost a few messages for each node`,
        );
    }
  }

  /** How many follow one leader. */
  #look(nearest: Nearest): void {
    const up = statesUp(this.sim);
    for (const leader of up) {
      if (leader.role.kind !== 'leader') continue;
      const followers = up.filter((node) => node !== leader && follows(node, leader)).map(({ me }) => me);
      nearest.see(followers.length + 1, this.sim.now, () =>
        followers.length === 0
          ? `${leader.me} led term ${leader.currentTerm} and nobody followed`
          : `${leader.me} led term ${leader.currentTerm} and of the others only ${followers.join(', ')} followed`,
      );
    }
  }

  #settledLeader(): State | undefined {
    const up = statesUp(this.sim);
    const leader = up.find(({ role }) => role.kind === 'leader');
    return leader && up.every((node) => node === leader || follows(node, leader)) ? leader : undefined;
  }

  #watch(node: Address, sim: Simulation<Raft>, { sends, timers }: Taken<Raft>): string | undefined {
    const state = sim.state(node) as State;
    for (const { timer, range } of timers)
      if (timer === 'election' && range)
        this.#longestTimeout = Math.min(longestWait, Math.max(this.#longestTimeout, range.max));
    return (
      this.#holds('Election Safety (§5.2)', electionSafety.check(state, [], this.#past)) ??
      this.#holds('One vote a term (§5.2)', oneVoteATerm(node, sends, this.#votes, this.#past.leaders)) ??
      this.#holds(
        'Election restriction (§5.4.1)',
        electionRestriction(state, () => statesUp(sim)),
      )
    );
  }

  #holds(rule: string, broken: string | undefined): string | undefined {
    if (broken) this.#rule = rule;
    return broken;
  }

  #verdict(): Refuted | undefined {
    const { broken } = this.sim;
    return broken === undefined ? undefined : new Refuted(broken, this.#rule);
  }

  #who(): string {
    return statesUp(this.sim)
      .map(({ me, role, currentTerm }) => `${me} ${role.kind} of term ${currentTerm}`)
      .join(', ');
  }
}

function statesUp(sim: Simulation<Raft>): State[] {
  const states: State[] = [];
  for (const node of sim.nodes) {
    const state = sim.state(node);
    if (state) states.push(state);
  }
  return states;
}

const follows = ({ role, currentTerm }: State, leader: State): boolean =>
  currentTerm === leader.currentTerm && role.kind === 'follower' && role.leader === leader.me;

const liveness = 'A leader is elected, and stays (§5.2, §5.6)';

function refute(message: string): never {
  throw new Refuted(message, liveness);
}
