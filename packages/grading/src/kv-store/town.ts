/** A run with clients: nodes with the student's stage, and clients that go on whatever happens, judged at the end. */
import { type Address, difference, inspected, type Millis, type Protocol, type Trace } from '@weekend/protocol';
import type { KeyValue, Raft, State } from '@weekend/raft';
import { type Fault, type Network, type Simulation, simulate } from '@weekend/simulator';
import { insist, Refuted } from '../refuted.ts';
import type { Run } from '../seeds.ts';
import { told } from './asks.ts';
import { type Client, client, type Habits, type Town } from './client.ts';
import { names } from './cluster.ts';
import { judge } from './history.ts';
import { storeNode } from './node.ts';
import { tellClients } from './story.ts';

export interface Setting {
  seed: number;
  record: boolean;
  nodes: number;
  clients: number;
  network: Network;
  plan?: readonly Fault[];
  habits: Omit<Habits, 'nodes'>;
}

/** Inspection costs two thirds of a run, and every scene is inspected. */
const inspectEvery = 20;

/** A town that does more than this talks without end. */
const stepsPerMs = 30;

/** When all is calm, everybody who waits has his answer after so many milliseconds. */
const patience = 3_000;

export class KvTown {
  readonly sim: Simulation<Town>;
  readonly nodes: readonly Address[];
  readonly #clients: readonly Address[];
  #proof: readonly string[] = [];

  constructor(stage: KeyValue, { nodes, clients, habits, ...setting }: Setting) {
    this.nodes = names(nodes);
    this.#clients = Array.from({ length: clients }, (_, i) => `c${i + 1}`);
    const plain = storeNode(stage);
    const node = amongNodes(setting.seed % inspectEvery === 0 ? inspected(plain) : plain, this.nodes);
    const someone = client({ ...habits, nodes: this.nodes });
    this.sim = simulate<Town>({
      ...setting,
      plan: amongNodesOnly(setting.plan ?? [], this.nodes),
      nodes: Object.fromEntries([
        ...this.nodes.map((name) => [name, node] as const),
        ...this.#clients.map((name) => [name, someone] as const),
      ]),
    });
  }

  /** As `trySeeds` wants it. */
  run(act: () => void): Run<Town> {
    return { sim: this.sim, act, story: () => this.#story() };
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
    const judgement = judge(this.clients);
    this.#proof = judgement?.story ?? [];
    if (judgement) throw new Refuted(judgement.message);
    for (const { me, seen } of this.clients)
      for (const { ask, answer } of seen)
        insist(
          answer.kind !== 'expired',
          `${me}, which sends one write at a time until it knows the outcome, was answered "expired" for ${told(ask)}; wanted its outcome`,
        );
  }

  get clients(): Client[] {
    return this.#clients.map((name) => this.sim.state(name) as Client);
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

  #story(): string[] {
    if (this.#proof.length > 0) return [...this.#proof];
    const isClient = (event: Trace<Town>[number]) => 'node' in event && this.#clients.includes(event.node);
    return tellClients(this.sim.trace.filter((event) => !isClient(event)) as unknown as Trace<Raft>);
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
