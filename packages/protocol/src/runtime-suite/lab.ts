/** What the suite works with: the runtime, the test tool, and the probes that it sends in. */
import type { Address, Millis, Protocol, World } from '../contract.ts';

export interface RuntimeUnderTest {
  /** Boots a cluster, each node with an empty disk. */
  run(nodes: Cluster): Promise<Running>;
}

export type Cluster = Readonly<Record<Address, Protocol<Probe>>>;

export interface Running {
  /** Takes a node down at once, in the middle of whatever it does. Also called from within another node's handler. */
  crash(node: Address): Promise<void>;
  /** Boots a node that is down, from its disk. */
  restart(node: Address): Promise<void>;
  /** Lets the cluster go on until this holds; rejects when it waited in vain. */
  until(holds: () => boolean): Promise<void>;
  /** What a node's handler threw, if the node is down because of that. */
  failure(node: Address): string | undefined;
  /** Ends the run and frees all that it held. */
  stop(): Promise<void>;
}

/** What the suite needs of a test tool; vitest's own functions have this shape. */
export interface Tools {
  describe(name: string, body: () => void): void;
  test(name: string, body: () => Promise<void>): void;
  expect(actual: unknown): { toEqual(expected: unknown): void; toMatch(expected: RegExp): void };
}

export interface Lab extends Tools {
  runtime: RuntimeUnderTest;
}

/** Probes save and send whatever a test needs. */
export interface Probe {
  State: Record<string, unknown>;
  Message: { kind: string; [field: string]: unknown };
  Timer: string;
  Durable: Record<string, unknown>;
}

export type Saved = Partial<Probe['Durable']>;

/** A node that does nothing but what is said here. */
export const probe = (handlers: Partial<Protocol<Probe>>): Protocol<Probe> => ({
  start: () => ({}),
  onMessage: () => undefined,
  onTimer: () => undefined,
  ...handlers,
});

export async function withCluster(
  runtime: RuntimeUnderTest,
  nodes: Cluster,
  body: (cluster: Running) => Promise<void>,
): Promise<void> {
  const cluster = await runtime.run(nodes);
  try {
    await body(cluster);
  } finally {
    await cluster.stop();
  }
}

type Step = (world: World<Probe>) => void;

/** Takes these turns one after another on one node, crashes it, and answers what it finds on its disk. */
export async function savedBy(runtime: RuntimeUnderTest, ...turns: Step[]): Promise<Saved> {
  const boots: Saved[] = [];
  let done = 0;
  const node = probe({
    start(_me, _peers, saved, world) {
      boots.push(saved);
      if (boots.length === 1) world.setTimer('next', 1);
      return {};
    },
    onTimer(_state, _timer, world) {
      turns[done++]?.(world);
      // One turn more than asked for: when it comes, the last of them is over.
      if (done <= turns.length) world.setTimer('next', 1);
      return undefined;
    },
  });
  await withCluster(runtime, { n1: node }, async (cluster) => {
    await cluster.until(() => done > turns.length || cluster.failure('n1') !== undefined);
    if (cluster.failure('n1') === undefined) await cluster.crash('n1');
    await cluster.restart('n1');
    await cluster.until(() => boots.length === 2);
  });
  return boots[1] ?? {};
}

/** A timer that fired, and how long after the node had booted, by the node's own clock. */
export interface Fired {
  timer: string;
  after: Millis;
}

/** Lets one node set timers as it boots and whenever one fires, until the timer `end` does. */
export async function firedBy(
  runtime: RuntimeUnderTest,
  boot: Step,
  onTimer: (timer: string, world: World<Probe>) => void = () => {},
): Promise<Fired[]> {
  const fired: Fired[] = [];
  let booted = 0;
  const node = probe({
    start(_me, _peers, _saved, world) {
      booted = world.now;
      boot(world);
      return {};
    },
    onTimer(_state, timer, world) {
      fired.push({ timer, after: world.now - booted });
      onTimer(timer, world);
      return undefined;
    },
  });
  await withCluster(runtime, { n1: node }, (cluster) => cluster.until(() => fired.at(-1)?.timer === 'end'));
  return fired;
}
