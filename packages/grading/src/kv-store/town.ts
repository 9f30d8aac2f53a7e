/** A run with clients: nodes with the student's stage, and clients that go on whatever happens, judged at the end. */
import { type Address, difference, inspected, type Millis, type Protocol, type Trace } from '@weekend/protocol';
import type { KeyValue, Raft, State } from '@weekend/raft';
import type { Fault, Network, Simulation } from '@weekend/simulator';
import { neighbours } from '../raft/neighbours.ts';
import { insist, Refuted } from '../refuted.ts';
import type { Run, Simulate } from '../run.ts';
import { mostLines } from '../short-story.ts';
import { told } from './asks.ts';
import { type Client, client, type Habits, type Town } from './client.ts';
import { names } from './cluster.ts';
import { judge } from './history.ts';
import { storeNode } from './node.ts';
import { tellClients } from './story.ts';

export interface Setting {
  seed: number;
  simulate: Simulate<Town>;
  nodes: number;
  clients: number;
  network: Network;
  plan?: readonly Fault[];
  habits: Omit<Habits, 'nodes'>;
}

/** Where not all nodes run the same stages. */
export type NodeOf = (name: Address) => Protocol<Raft>;

/** Inspection costs two thirds of a run, and every scene is inspected. */
const inspectEvery = 20;

/** A town that does more than this talks without end. */
const stepsPerMs = 30;

/** A story of more events than that can't be told beside what the clients saw. */
const mostEvents = 400;

/** When all is calm, everybody who waits has his answer after so many milliseconds. */
const patience = 3_000;

export class KvTown {
  readonly sim: Simulation<Town>;
  readonly nodes: readonly Address[];
  readonly #clients: readonly Address[];
  #proof: readonly string[] = [];

  constructor(stage: KeyValue | NodeOf, { nodes, clients, habits, simulate, ...setting }: Setting) {
    this.nodes = names(nodes);
    this.#clients = Array.from({ length: clients }, (_, i) => `c${i + 1}`);
    const nodeOf = typeof stage === 'function' ? stage : () => storeNode(stage, neighbours());
    const isInspected = setting.seed % inspectEvery === 0;
    const node = (name: Address) => amongNodes(isInspected ? inspected(nodeOf(name)) : nodeOf(name), this.nodes);
    const someone = client({ ...habits, nodes: this.nodes });
    this.sim = simulate({
      ...setting,
      plan: amongNodesOnly(setting.plan ?? [], this.nodes),
      nodes: Object.fromEntries([
        ...this.nodes.map((name) => [name, node(name)] as const),
        ...this.#clients.map((name) => [name, someone] as const),
      ]),
    });
  }

  /** As `trySeeds` wants it. */
  run(act: () => void): Run<Town> {
    return { sim: this.sim, act, verdict: () => this.#verdict(), story: (trace) => this.#story(trace) };
  }

  passes(time: Millis): void {
    this.within(time, () => false);
  }

  /** Time passes until something holds, at most so many milliseconds. Whether it holds. */
  within(time: Millis, holds: () => boolean): boolean {
    const end = Math.ceil(this.sim.now + time);
    const steps = Math.ceil(end - this.sim.now) * stepsPerMs + 1000;
    const stopped = this.sim.run({ until: end, steps, when: holds });
    if (stopped === 'failed') throw new Refuted('a handler threw');
    insist(
      stopped !== 'steps',
      `the cluster has done ${steps} things within ${Math.round(time)} ms; wanted a few messages for each request`,
    );
    return holds();
  }

  /** Now that all is calm: everybody has his answer, all machines are equal, and no answer was a lie. */
  ends(): void {
    this.everybodyIsAnswered();
    this.machinesAgree();
    this.nobodyWasLiedTo();
  }

  everybodyIsAnswered(): void {
    this.within(patience, () => this.clients.every(({ waiting }) => waiting === null));
    for (const { me, waiting, at } of this.clients)
      insist(
        waiting === null,
        `${me} has asked for ${waiting && told(waiting.ask)}, last at ${at}, and has no answer, ${patience} ms after the last fault; wanted one`,
      );
  }

  machinesAgree(): void {
    const end = () => this.states.every(({ lastApplied }) => lastApplied === this.states[0]?.lastApplied);
    this.within(patience, end);
    const [first, ...others] = this.states;
    if (!first) return;
    for (const other of others) {
      const differed =
        first.lastApplied === other.lastApplied && difference(first.kv.machine, other.kv.machine, 'state.kv.machine');
      insist(
        !differed,
        `${first.me} and ${other.me} have applied the same ${first.lastApplied} entries, and their machines differ in ${differed}; wanted what is applied to depend on the log alone`,
      );
    }
  }

  nobodyWasLiedTo(): void {
    const lie = this.#verdict();
    if (lie) throw lie;
    for (const { me, seen } of this.clients)
      for (const { ask, answer } of seen)
        insist(
          answer.kind !== 'expired',
          `${me}, which sends one write at a time until it knows the outcome, was answered "expired" for ${told(ask)}; wanted its outcome`,
        );
  }

  get clients(): Client[] {
    return this.#clients.flatMap((name) =>
      this.sim.nodes.includes(name) ? ((this.sim.state(name) as Client) ?? []) : [],
    );
  }

  /** Of the nodes that are up. */
  get states(): State[] {
    return this.nodes.flatMap((name) => (this.sim.isUp(name) ? [this.sim.state(name) as State] : []));
  }

  /** Of two leaders, the one of the newer term. */
  get leader(): State | undefined {
    const leaders = this.states.filter(({ role }) => role.kind === 'leader');
    return leaders.sort((a, b) => b.currentTerm - a.currentTerm)[0];
  }

  /** What clients have seen already can't become true any more. */
  #verdict(): Refuted | undefined {
    const judgement = judge(this.clients);
    this.#proof = judgement?.story ?? [];
    return judgement && new Refuted(judgement.message);
  }

  #story(trace: Trace<Town>): string[] {
    const isClient = (event: Trace<Town>[number]) => 'node' in event && this.#clients.includes(event.node);
    const left = mostLines - this.#proof.length;
    const happened = tellClients(trace.filter((event) => !isClient(event)) as unknown as Trace<Raft>, left);
    // Of a run that could not be made small, what the clients saw says more.
    return this.#proof.length > 0 && trace.length > mostEvents ? [...this.#proof] : [...this.#proof, ...happened];
  }
}

/** A node whose cluster are the nodes; clients are no peers. */
function amongNodes(protocol: Protocol<Raft>, nodes: readonly Address[]): Protocol<Town> {
  const node = protocol as unknown as Protocol<Town>;
  return {
    ...node,
    start: (me, _peers, saved, world) =>
      node.start(
        me,
        nodes.filter((name) => name !== me),
        saved,
        world,
      ),
  };
}

/** Partitions cut the nodes from each other; clients reach both sides. */
const amongNodesOnly = (plan: readonly Fault[], nodes: readonly Address[]): Fault[] =>
  plan.flatMap((fault) => {
    if (fault.kind !== 'partition') return [fault];
    const groupOf = (name: Address) => fault.groups.findIndex((group) => group.includes(name));
    const pairs = nodes.flatMap((from) => nodes.map((to) => ({ from, to })));
    const apart = pairs.filter(({ from, to }) => groupOf(from) !== groupOf(to));
    return apart.map((pair): Fault => ({ at: fault.at, kind: 'cut', ...pair }));
  });
