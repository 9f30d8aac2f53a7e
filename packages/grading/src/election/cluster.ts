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
  type Term,
} from '@weekend/raft';
import { type Fault, type Network, type Simulation, simulate, type Taken } from '@weekend/simulator';
import { tellStory, tellTerm } from '../raft/story.ts';
import { Refuted } from '../refuted.ts';
import { electionRestriction, oneVoteATerm, type Votes } from './invariants.ts';
import { electionNode } from './node.ts';

export interface Setting {
  seed: number;
  record: boolean;
  nodes: readonly Address[];
  network?: Network;
  plan?: readonly Fault[];
  saved?: Readonly<Record<Address, Partial<Durable>>>;
}

/** So many of the longest election timeouts that the nodes have set must be enough for a leader to rise. */
const patience = 100;

/** Nobody has to wait longer than that for an election, whatever timeouts the nodes set. */
const longestWait: Millis = 10_000;

/** A cluster that does more than this talks without end. Some come at once, when a paused node goes on. */
const stepsAtOnce = 5_000;
const stepsPerMs = 15;

/** Inspection costs two thirds of a run, and every scene is inspected. */
const inspectEvery = 5;

export class Cluster {
  readonly sim: Simulation<Raft>;
  #longestTimeout: Millis = electionTimeout.max;
  /** The rule that is broken when `sim.broken` is, and the term that breaks it. */
  #fault: { rule: string; term: Term } | undefined;
  readonly #past = noPast();
  readonly #votes: Votes = {};

  constructor(stage: Election, { nodes, ...setting }: Setting) {
    const plain = electionNode(stage);
    const protocol = setting.seed % inspectEvery === 0 ? inspected(plain) : plain;
    this.sim = simulate<Raft>({
      ...setting,
      nodes: Object.fromEntries(nodes.map((node) => [node, protocol])),
      afterTurn: (node, sim, taken) => this.#watch(node, sim, taken),
    });
  }

  /** Runs until the nodes that are up follow one leader, and returns it. */
  settles(): State {
    const began = this.sim.now;
    this.#run(
      () => Math.ceil(began + patience * this.#longestTimeout),
      () => this.#settledLeader() !== undefined,
    );
    const waited = Math.round(this.sim.now - began);
    return (
      this.#settledLeader() ??
      refute(
        `after ${waited} ms the cluster has not settled: ${this.#who()}; wanted one leader that all follow, within ${patience} timeouts`,
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
      if (stopped === 'broken') throw new Refuted(this.sim.broken as string, this.#fault?.rule);
      if (stopped === 'failed') refute('a handler threw');
      if (stopped === 'quiet') return;
      if (stopped === 'steps')
        refute(
          `the cluster has done ${steps} things within ${time} ms; wanted elections that cost a few messages for each node`,
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
      this.#holds(state, 'Election Safety (§5.2)', electionSafety.check(state, [], this.#past)) ??
      this.#holds(state, 'One vote a term (§5.2)', oneVoteATerm(node, sends, this.#votes, this.#past.leaders)) ??
      this.#holds(
        state,
        'Election restriction (§5.4.1)',
        electionRestriction(state, () => statesUp(sim)),
      )
    );
  }

  #holds({ currentTerm }: State, rule: string, broken: string | undefined): string | undefined {
    if (broken) this.#fault = { rule, term: currentTerm };
    return broken;
  }

  /** Of what has broken a rule in one term, only that term; of all else, how it began and how it ended. */
  story(): string[] {
    return this.#fault ? tellTerm(this.sim.trace, this.#fault.term) : tellStory(this.sim.trace);
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
