/** The cluster as the page orders it about. */
import { NotDone } from '@weekend/client';
import type { ClusterEars, ClusterHand, ClusterOrder, ClusterView } from '@weekend/workbench/server';
import { CannotRun } from '../cannot-run.ts';
import { clusterLineup, hasClients, lineupLines } from '../cluster/cluster-lineup.ts';
import { crashAmong } from '../cluster/crash.ts';
import { findEngine } from '../cluster/docker/engine.ts';
import type { Fleet, Life } from '../cluster/fleet.ts';
import { look } from '../cluster/observe.ts';
import { scenarios } from '../cluster/scenarios/all.ts';
import { play } from '../cluster/scenarios/run.ts';
import { harmless } from '../paper.ts';
import { type Load, startLoad } from './load.ts';
import { OurCluster } from './our-cluster.ts';

export function clusterHand(): ClusterHand {
  const cluster = new OurCluster();
  let load: Load | undefined;
  let groups: readonly (readonly string[])[] = [];
  let playing: { stop: AbortController; over: Promise<void> } | undefined;

  const rest = () => {
    load?.close();
    load = undefined;
    groups = [];
  };

  async function obey(order: ClusterOrder, hear: ClusterEars): Promise<string> {
    switch (order.kind) {
      case 'up':
        rest();
        return cluster.up(order, (line) => hear.line(line, 0));
      case 'down':
        rest();
        await cluster.down();
        return 'The cluster is down, and what it had saved is gone.';
      case 'kill':
      case 'start':
      case 'pause':
      case 'resume':
        return onOne(await up(order.kind), order.kind, order.node);
      case 'partition':
        await (await up('cut the network')).partition(order.groups);
        groups = order.groups;
        return 'The network is cut. Each side hears only itself.';
      case 'heal':
        await (await up('heal the network')).heal();
        groups = [];
        return 'All nodes are in one network again.';
      case 'load':
        load?.close();
        load = order.on ? await loadOn(await up('send requests'), hear) : undefined;
        return order.on ? 'Four clients write and read from now on.' : 'The clients rest.';
      case 'scenario':
        return begin(order, hear);
      case 'stop-scenario':
        playing?.stop.abort();
        await playing?.over;
        return 'The scenario is stopped, and nothing of it is left running.';
      default:
        return order satisfies never;
    }
  }

  /** Plays on a cluster of its own. Comes back at once; what happens is told as it does. */
  function begin(order: ClusterOrder & { kind: 'scenario' }, hear: ClusterEars): string {
    const scenario = scenarios.find(({ name }) => name === order.name);
    if (!scenario) throw new CannotRun(`Cannot play a scenario: there is none called "${order.name}".`);
    if (playing)
      throw new CannotRun(`Cannot play ${scenario.name}: another scenario is being played; wait, or stop it.`);
    const { nodes, runtime } = order;
    const lineup = clusterLineup(undefined, order.lineup, `play ${scenario.name}`);
    const stop = new AbortController();
    hear.playing(scenario.name);
    const over = play(scenario, { nodes, runtime, lineup, signal: stop.signal, tell: hear.line })
      .then(
        ({ passed, verdict }) => hear.verdict(scenario.name, passed, verdict),
        (error: unknown) => hear.verdict(scenario.name, false, stop.signal.aborted ? 'stopped by you' : inWords(error)),
      )
      .finally(() => {
        playing = undefined;
      });
    playing = { stop, over };
    return `${scenario.name} is being played on ${nodes} nodes of its own.`;
  }

  async function up(verb: string): Promise<Fleet> {
    const fleet = await cluster.fleet();
    if (fleet) return fleet;
    throw new CannotRun(`Cannot ${verb}: no cluster is up; start one first.`);
  }

  return {
    scenarios: scenarios.map(({ name, summary }) => ({ name, summary })),
    docker: async () => (await findEngine()) !== undefined,
    obey,

    async look() {
      const fleet = await cluster.fleet();
      return fleet && viewOf(fleet, { ours: cluster.isOurs, groups, loaded: load !== undefined });
    },

    async log(node) {
      const fleet = await up('show a log');
      return harmless(await wholeLog(fleet, node));
    },

    async close() {
      playing?.stop.abort();
      await playing?.over;
      rest();
      await cluster.close();
    },
  };
}

async function viewOf(fleet: Fleet, now: Pick<ClusterView, 'ours' | 'groups' | 'loaded'>): Promise<ClusterView> {
  const { plan } = fleet;
  const lives = await fleet.lives();
  return {
    ...now,
    runtime: plan.runtime,
    cuttable: plan.runtime === 'docker' || now.ours,
    lineup: lineupLines(plan.lineup),
    hasClients: hasClients(plan.lineup),
    nodes: plan.nodes.map(({ id, http }) => ({ id, life: lives[id] ?? 'stopped', url: `http://127.0.0.1:${http}` })),
  };
}

const wanted: Record<'kill' | 'start' | 'pause' | 'resume', readonly Life[]> = {
  kill: ['running', 'paused'],
  start: ['stopped'],
  pause: ['running'],
  resume: ['paused'],
};

async function onOne(fleet: Fleet, verb: keyof typeof wanted, id: string): Promise<string> {
  const life = (await fleet.lives())[id];
  if (life === undefined) throw new CannotRun(`Cannot ${verb} ${id}: there is no such node in this cluster.`);
  if (!wanted[verb].includes(life)) throw new CannotRun(`Cannot ${verb} ${id}: it is ${life} now.`);
  await fleet[verb](id);
  switch (verb) {
    case 'kill':
      return `${id} is killed. What it had not saved is gone.`;
    case 'start': {
      const crash = await crashAmong(
        fleet,
        (await look(fleet)).filter((sighting) => sighting.id === id),
      );
      return crash
        ? `${id} went down by itself: ${crash.words.split('\n')[0]}`
        : `${id} runs again, with what it had saved.`;
    }
    case 'pause':
      return `${id} stands still. The others cannot tell that from a crash.`;
    case 'resume':
      return `${id} goes on where it stood.`;
    default:
      return verb satisfies never;
  }
}

async function loadOn({ plan }: Fleet, hear: ClusterEars): Promise<Load> {
  if (!hasClients(plan.lineup))
    throw new CannotRun('Cannot send requests: the kv-store is not written yet, so this cluster has no clients.');
  try {
    return await startLoad(
      plan.nodes.map(({ http }) => `127.0.0.1:${http}`),
      hear.load,
    );
  } catch (error) {
    if (error instanceof NotDone) throw new CannotRun(`Cannot send requests: ${error.message}`);
    throw error;
  }
}

/** As much as anybody reads. */
const mostOfALog = 20_000;

async function wholeLog(fleet: Fleet, id: string): Promise<string> {
  let text = '';
  await fleet.logs(id, (more) => {
    text = (text + more).slice(-mostOfALog);
  });
  return text || `${id} has printed nothing.`;
}

const inWords = (error: unknown): string => (error instanceof Error ? error.message : String(error));
