/** A simulated cluster of nodes that replicate, watched after every turn by Figure 3, and what can be asked of it. */
import { type Address, inspected, type Millis, type Protocol } from '@weekend/protocol';
import {
  electionSafety,
  electionTimeout,
  heartbeatInterval,
  type Index,
  type Invariant,
  lastIndex,
  leaderAppendOnly,
  leaderCompleteness,
  logMatching,
  noPast,
  type Raft,
  type Replication,
  type State,
  stateMachineSafety,
  termAt,
} from '@weekend/raft';
import type { Fault, Network, Simulation, Taken } from '@weekend/simulator';
import type { Nearest } from '../nearest.ts';
import { neighbours } from '../raft/neighbours.ts';
import { plainReplication } from '../raft/plain-replication.ts';
import { tellStory } from '../raft/story.ts';
import { Refuted } from '../refuted.ts';
import type { Run, Simulate } from '../run.ts';
import { replicationNode } from './cast.ts';
import { told } from './entries.ts';
import { appliedBy, asking, wronglyApplied } from './ledger.ts';

export interface Setting {
  seed: number;
  simulate: Simulate<Raft>;
  nodes: readonly Address[];
  /** Who runs code of ours instead of the student's. */
  plain?: readonly Address[];
  network?: Network;
  plan?: readonly Fault[];
}

const figure3: readonly Invariant[] = [
  electionSafety,
  leaderAppendOnly,
  logMatching,
  stateMachineSafety,
  leaderCompleteness,
];

/** Who does more than this between two heartbeats, for each node, talks without end. */
const stepsPerHeartbeat = 400;

/** Inspection costs two thirds of a run, and every scene is inspected. */
const inspectEvery = 25;

export class Cluster {
  readonly sim: Simulation<Raft>;
  /** How many entries have been sent, in how many AppendEntries, counting the same ones again. */
  costs = { entries: 0, appends: 0 };
  readonly #past = noPast();
  /** The rule that was broken when `sim.broken` was. */
  #rule: string | undefined;
  /** For each node, how much of its log has been applied as it should be, and its commitIndex. */
  readonly #applied: Record<Address, { count: Index; commit: Index }> = {};

  constructor(stage: Replication, { nodes, plain = [], simulate, ...setting }: Setting) {
    const isInspected = setting.seed % inspectEvery === 0;
    const nodeOf = (name: Address): Protocol<Raft> => {
      const replication = plain.includes(name) ? plainReplication : stage;
      const node = replicationNode(replication, neighbours());
      return isInspected && replication === stage ? inspected(node) : node;
    };
    this.sim = simulate({
      ...setting,
      nodes: Object.fromEntries(nodes.map((name) => [name, nodeOf(name)])),
      afterTurn: (node, sim, taken) => this.#watch(node, sim, taken),
    });
  }

  /** As `trySeeds` wants it. */
  run(act: () => void): Run<Raft> {
    return {
      sim: this.sim,
      act,
      fewest: Math.min(3, this.sim.nodes.length),
      verdict: () => this.#verdict(),
      story: tellStory,
    };
  }

  /** A client sends a write to a node, whoever that is. */
  ask(node: Address, value: string): void {
    this.sim.inject('c1', node, asking(value));
  }

  passes(time: Millis): void {
    this.#run(this.sim.now + time);
  }

  /** Runs until it holds, no longer than `patience`. Whether it does. */
  comes(patience: Millis, when: () => boolean): boolean {
    this.#run(this.sim.now + patience, when);
    return when();
  }

  /** Runs until the nodes that are up follow one leader. That is the business of our own election. */
  settles(): State {
    if (!this.comes(100 * electionTimeout.max, () => this.leader() !== undefined))
      throw new Refuted(
        `the nodes talk, and after ${100 * electionTimeout.max} ms no leader is followed by all: ${this.who()}; wanted replication not to stand in the way of an election`,
      );
    return this.leader() as State;
  }

  /** The node that all others that are up follow. */
  leader(): State | undefined {
    const up = this.up();
    const leader = up.find(({ role }) => role.kind === 'leader');
    const follows = ({ me, role, currentTerm }: State) =>
      currentTerm === leader?.currentTerm &&
      (me === leader.me || (role.kind === 'follower' && role.leader === leader.me));
    return up.every(follows) ? leader : undefined;
  }

  /** Whether every node that is up has applied the leader's whole log. */
  agrees(): boolean {
    const leader = this.leader();
    return leader !== undefined && this.up().every((state) => appliedBy(state) >= lastIndex(leader.log));
  }

  /** How many nodes have applied the leader's whole log. */
  looks(nearest: Nearest): false {
    const log = this.leader()?.log;
    if (!log) return false;
    const done = this.up().filter((state) => appliedBy(state) >= lastIndex(log));
    nearest.see(done.length, this.sim.now, () => {
      const names = done.map(({ me }) => me).join(', ');
      return `of ${this.sim.nodes.length} nodes only ${names} had applied all ${lastIndex(log)} entries`;
    });
    return false;
  }

  forgetCosts(): void {
    this.costs = { entries: 0, appends: 0 };
  }

  up(): State[] {
    return statesUp(this.sim);
  }

  who(): string {
    return this.up()
      .map(
        ({ me, role, currentTerm, log, commitIndex }) =>
          `${me} ${role.kind} of term ${currentTerm} ${told(log.slice(-3), Math.max(0, log.length - 3))} commit=${commitIndex}`,
      )
      .join(', ');
  }

  #run(end: Millis, when?: () => boolean): void {
    const steps = stepsPerHeartbeat * this.sim.nodes.length;
    while (!when?.() && this.sim.now < end) {
      const until = Math.min(end, this.sim.now + heartbeatInterval);
      const stopped = this.sim.run({ until, steps, ...(when && { when }) });
      if (stopped === 'broken') throw this.#verdict();
      if (stopped === 'failed') throw new Refuted('a handler threw');
      if (stopped === 'quiet') return;
      if (stopped === 'steps')
        throw new Refuted(
          `the cluster has done ${steps} things within ${heartbeatInterval} ms; wanted a leader that waits for something new to say`,
        );
    }
  }

  #verdict(): Refuted | undefined {
    const { broken } = this.sim;
    return broken === undefined ? undefined : new Refuted(broken, this.#rule);
  }

  #watch(node: Address, sim: Simulation<Raft>, { sends, call }: Taken<Raft>): string | undefined {
    const state = sim.state(node) as State;
    if (call.kind === 'start') delete this.#applied[node];
    for (const { message } of sends)
      if (message.kind === 'AppendEntries') {
        this.costs.appends++;
        this.costs.entries += message.entries.length;
      }
    const others = statesUp(sim).filter(({ me }) => me !== node);
    for (const { name, section, check } of figure3) {
      const broken = check(state, others, this.#past);
      if (broken) return this.#breaks(`${name} (${section})`, broken);
    }
    return this.#committed(state, sim) ?? this.#appliedInOrder(state);
  }

  /** §5.3: what a leader of its own accord holds to be committed is on the disks of a majority by then. */
  #committed(state: State, sim: Simulation<Raft>): string | undefined {
    const { me, role, commitIndex, log, peers } = state;
    const before = this.#applied[me]?.commit ?? 0;
    if (role.kind !== 'leader' || commitIndex <= before) return undefined;
    const term = termAt(log, commitIndex);
    const holders = [me, ...peers].filter((node) => termAt(sim.disk(node).log ?? [], commitIndex) === term);
    if (holders.length > (peers.length + 1) / 2) return undefined;
    return this.#breaks(
      'Committing by a majority (§5.3)',
      `${me}, which leads term ${state.currentTerm}, has committed index ${commitIndex}, and of the ${peers.length + 1} nodes ${holders.join(', ') || 'none'} has that entry on disk; wanted a majority`,
    );
  }

  #appliedInOrder(state: State): string | undefined {
    const { me, commitIndex } = state;
    const { count, commit } = (this.#applied[me] ??= { count: 0, commit: 0 });
    const wrong =
      commitIndex < commit
        ? `the commitIndex of ${me} went back from ${commit} to ${commitIndex}; wanted it never to fall`
        : wronglyApplied(state, count);
    this.#applied[me] = { count: appliedBy(state), commit: commitIndex };
    return wrong && this.#breaks('Figure 2, Rules for All Servers: commitIndex and lastApplied (§5.3)', wrong);
  }

  #breaks(rule: string, broken: string): string {
    this.#rule = rule;
    return broken;
  }
}

const statesUp = (sim: Simulation<Raft>): State[] => sim.nodes.flatMap((node) => sim.state(node) ?? []);
