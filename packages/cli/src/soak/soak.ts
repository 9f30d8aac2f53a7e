/** A cluster whose nodes are killed at random, one a second, while clients use it; and what is left of it afterwards. */
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotRun } from '../cannot-run.ts';
import { Clients } from '../cluster/clients/clients.ts';
import { crashAmong, inShort } from '../cluster/crash.ts';
import type { Fleet } from '../cluster/fleet.ts';
import { agreedReign, look } from '../cluster/observe.ts';
import { claimName, newKey, plannedNodes } from '../cluster/plan.ts';
import { freeBlock } from '../cluster/ports.ts';
import { processFleet } from '../cluster/process/fleet.ts';
import { uninterrupted, until } from '../cluster/until.ts';
import type { Lineup } from '../lineup.ts';
import { say } from '../words/say.ts';
import { Memory } from './memory.ts';

export interface SoakOptions {
  seconds: number;
  nodes: number;
  lineup: Lineup;
  signal: AbortSignal;
  say(line: string): void;
}

const writers = 16;
/** Between two requests of a writer, so that five minutes are a history that a checker gets through. Milliseconds. */
const rest = 10;
const killInterval = 1_000;
const clientTimeout = 5_000;
const patience = 60_000;

export async function soak(options: SoakOptions): Promise<{ passed: boolean; lines: string[] }> {
  const { nodes, lineup, signal, say } = options;
  const fleet = processFleet({
    name: `soak-${randomBytes(3).toString('hex')}`,
    runtime: 'process',
    nodes: plannedNodes(nodes, await freeBlock(2 * nodes, 'soak a cluster')),
    lineup,
    key: newKey(),
    owner: process.pid,
  });
  claimName(fleet.plan);
  let clients: Clients | undefined;
  try {
    await fleet.up(say, signal);
    const at = fleet.plan.nodes.map(({ http }) => `127.0.0.1:${http}`);
    clients = await Clients.start({ nodes: at, clients: writers, rest, timeout: clientTimeout });
    const memory = new Memory(fleet);
    const kills = await killing(fleet, clients, memory, options);
    return await judged(fleet, clients, memory, kills, say);
  } finally {
    clients?.close();
    await fleet.down();
  }
}

/** Kills until the time is up, and leaves all nodes running. Answers how often it killed. */
async function killing(
  fleet: Fleet,
  clients: Clients,
  memory: Memory,
  { seconds, signal, say }: SoakOptions,
): Promise<number> {
  const ids = fleet.plan.nodes.map(({ id }) => id);
  const mostDown = Math.floor((ids.length - 1) / 2);
  const down = new Map<string, Promise<void>>();
  const end = performance.now() + 1000 * seconds;
  let kills = 0;
  for (let second = 1; performance.now() < end; second++) {
    await pause(killInterval, undefined, { signal });
    await memory.sample();
    if (second % 10 === 0) say(told(second, kills, clients, memory));
    await refuseCrash(fleet, [...down.keys()]);
    const standing = ids.filter((id) => !down.has(id));
    const victim = standing[Math.floor(Math.random() * standing.length)] as string;
    if (down.size >= mostDown) continue;
    kills++;
    await fleet.kill(victim);
    const back = fleet.start(victim).finally(() => down.delete(victim));
    // Whoever waits for it below hears of it.
    back.catch(() => {});
    down.set(victim, back);
  }
  await Promise.all(down.values());
  return kills;
}

function told(second: number, kills: number, { counts }: Clients, memory: Memory): string {
  return `${second} s: ${kills} kills, ${counts.acknowledged} acknowledged, ${counts.unknown} unknown, ${memory.now()}`;
}

/** A node that goes down by itself is a finding of its own. */
async function refuseCrash(fleet: Fleet, down: readonly string[]): Promise<void> {
  const sightings = (await look(fleet)).filter(({ id }) => !down.includes(id));
  const crash = await crashAmong(fleet, sightings);
  if (crash) throw new CannotRun(say('soak-stopped', { why: inShort(crash) }));
}

async function judged(
  fleet: Fleet,
  clients: Clients,
  memory: Memory,
  kills: number,
  say: (line: string) => void,
): Promise<{ passed: boolean; lines: string[] }> {
  const waiting = { within: patience, every: 100, signal: uninterrupted };
  const reign = await until(async () => agreedReign(await look(fleet)), waiting);
  if (!reign) return { passed: false, lines: [`✘ nobody leads ${patience / 1000} s after the last kill`] };
  await clients.stop();
  say('the clients rest; their history is judged');
  const judgement = await clients.judged();
  const { acknowledged, refused, unknown, longestMs } = clients.counts;
  const spent = memory.verdict();
  const isLinearizable = judgement.kind === 'linearizable';
  return {
    passed: isLinearizable && spent.isFlat,
    lines: [
      `${kills} kills, ${acknowledged} requests acknowledged, ${refused} not done, ${unknown} unknown; the longest wait was ${(longestMs / 1000).toFixed(2)} s`,
      isLinearizable
        ? `✔ every acknowledged write is there, and the history of ${judgement.operations} operations is linearizable`
        : `✘ ${judgement.words}`,
      ...memory.table(),
      `${spent.isFlat ? '✔' : '✘'} ${spent.words}`,
    ],
  };
}
