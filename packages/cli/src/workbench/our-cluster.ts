/** The one cluster of this repository: found where somebody has started it, or started here, and then ended with the workbench. */
import { CannotRun } from '../cannot-run.ts';
import { firstElection } from '../cluster/actions/up.ts';
import { clusterLineup } from '../cluster/cluster-lineup.ts';
import type { Fleet } from '../cluster/fleet.ts';
import { fleetOf } from '../cluster/fleets.ts';
import { claimName, newKey, type Plan, plannedNodes, type Runtime, readPlan, usualName } from '../cluster/plan.ts';
import { freeBlock } from '../cluster/ports.ts';
import { canTellProcesses, lifeOf } from '../cluster/process/processes.ts';
import { say } from '../words/say.ts';

export interface UpWishes {
  nodes: number;
  runtime: Runtime;
  lineup: 'mine' | 'reference';
}

export class OurCluster {
  #found: Fleet | undefined;
  #isOurs = false;
  readonly #ending = new AbortController();

  get isOurs(): boolean {
    return this.#isOurs;
  }

  /** The cluster that is up, whoever started it. */
  async fleet(): Promise<Fleet | undefined> {
    const plan = readPlan(usualName);
    if (plan?.key === this.#found?.plan.key) return this.#found;
    // Somebody else has ended ours.
    if (this.#isOurs) await this.#found?.down();
    this.#isOurs = false;
    this.#found = plan && (await fleetOf(plan, say('do-look-at-cluster')));
    if (this.#found && plan && isOrphan(plan)) {
      await this.#found.down();
      this.#found = undefined;
    }
    return this.#found;
  }

  async up({ nodes, runtime, lineup }: UpWishes, tell: (line: string) => void): Promise<string> {
    const attempt = say('do-start-cluster');
    if (await this.fleet()) throw new CannotRun(say('page-up-already', { attempt }));
    const plan: Plan = {
      name: usualName,
      runtime,
      nodes: plannedNodes(nodes, await freeBlock(2 * nodes, attempt)),
      lineup: clusterLineup(undefined, lineup, attempt),
      key: newKey(),
      owner: process.pid,
    };
    const fleet = await fleetOf(plan, attempt, { cuttable: true });
    if (!claimName(plan)) throw new CannotRun(say('page-claimed', { attempt }));
    this.#found = fleet;
    this.#isOurs = true;
    try {
      const { agreed, crash } = await firstElection(fleet, tell, this.#ending.signal);
      if (crash?.notWritten) throw new CannotRun(say('page-unwritten', { node: crash.id, what: crash.notWritten }));
      if (crash) return say('page-went-down', { node: crash.id, words: crash.words.split('\n')[0] ?? '' });
      return say(agreed ? 'page-up' : 'page-no-leader');
    } catch (error) {
      await this.down();
      throw error;
    }
  }

  async down(): Promise<void> {
    const fleet = await this.fleet();
    this.#found = undefined;
    this.#isOurs = false;
    await fleet?.down();
  }

  /** Ends what was started here: between processes the network runs through this one. */
  async close(): Promise<void> {
    this.#ending.abort();
    if (this.#isOurs) await this.down();
  }
}

/** It was another workbench's, which is no longer there, and neither is the network between its nodes. */
const isOrphan = ({ owner }: Plan): boolean =>
  owner !== undefined && owner !== process.pid && canTellProcesses && lifeOf(owner, 'node') === 'stopped';
