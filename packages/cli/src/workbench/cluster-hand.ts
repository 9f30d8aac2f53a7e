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
import { say } from '../words/say.ts';
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
        return say('cluster-down');
      case 'kill':
      case 'start':
      case 'pause':
      case 'resume':
        return onOne(await up(say(`do-${order.kind}-a-node`)), order.kind, order.node);
      case 'partition':
        await (await up(say('do-cut'))).partition(order.groups);
        groups = order.groups;
        return say('page-cut');
      case 'heal':
        await (await up(say('do-heal'))).heal();
        groups = [];
        return say('cluster-healed');
      case 'load':
        load?.close();
        load = order.on ? await loadOn(await up(say('do-send')), hear) : undefined;
        return say(order.on ? 'page-load' : 'page-rest');
      case 'scenario':
        return begin(order, hear);
      case 'stop-scenario':
        playing?.stop.abort();
        await playing?.over;
        return say('page-stopped');
      default:
        return order satisfies never;
    }
  }

  /** Plays on a cluster of its own. Comes back at once; what happens is told as it does. */
  function begin(order: ClusterOrder & { kind: 'scenario' }, hear: ClusterEars): string {
    const scenario = scenarios.find(({ name }) => name === order.name);
    if (!scenario) throw new CannotRun(say('page-no-scenario', { name: order.name }));
    const attempt = say('do-play', { scenario: scenario.name });
    if (playing) throw new CannotRun(say('page-playing-already', { attempt }));
    const { nodes, runtime } = order;
    const lineup = clusterLineup(undefined, order.lineup, attempt);
    const stop = new AbortController();
    hear.playing(scenario.name);
    const over = play(scenario, { nodes, runtime, lineup, signal: stop.signal, tell: hear.line })
      .then(
        ({ passed, verdict }) => hear.verdict(scenario.name, passed, verdict),
        (error: unknown) =>
          hear.verdict(scenario.name, false, stop.signal.aborted ? say('page-stopped-by-you') : inWords(error)),
      )
      .finally(() => {
        playing = undefined;
      });
    playing = { stop, over };
    return say('page-playing', { scenario: scenario.name, count: nodes });
  }

  async function up(attempt: string): Promise<Fleet> {
    const fleet = await cluster.fleet();
    if (fleet) return fleet;
    throw new CannotRun(say('page-no-cluster', { attempt }));
  }

  return {
    scenarios: () => scenarios.map(({ name, summary }) => ({ name, summary: say(summary) })),
    docker: async () => (await findEngine()) !== undefined,
    obey,

    async look() {
      const fleet = await cluster.fleet();
      return fleet && viewOf(fleet, { ours: cluster.isOurs, groups, loaded: load !== undefined });
    },

    async log(node) {
      const fleet = await up(say('do-show-log'));
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
  const attempt = say(`do-${verb}`, { node: id });
  if (life === undefined) throw new CannotRun(say('page-no-node', { attempt }));
  if (!wanted[verb].includes(life)) throw new CannotRun(say('page-life', { attempt, life: say(`life-${life}`) }));
  await fleet[verb](id);
  switch (verb) {
    case 'kill':
      return say('cluster-killed', { node: id });
    case 'start': {
      const crash = await crashAmong(
        fleet,
        (await look(fleet)).filter((sighting) => sighting.id === id),
      );
      return crash
        ? say('page-went-down', { node: id, words: crash.words.split('\n')[0] ?? '' })
        : say('cluster-started', { node: id });
    }
    case 'pause':
      return say('cluster-paused', { node: id });
    case 'resume':
      return say('cluster-resumed', { node: id });
    default:
      return verb satisfies never;
  }
}

async function loadOn({ plan }: Fleet, hear: ClusterEars): Promise<Load> {
  if (!hasClients(plan.lineup)) throw new CannotRun(say('page-no-clients'));
  try {
    return await startLoad(
      plan.nodes.map(({ http }) => `127.0.0.1:${http}`),
      hear.load,
    );
  } catch (error) {
    if (error instanceof NotDone) throw new CannotRun(say('page-not-sent', { why: error.message }));
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
  return text || say('page-silent', { node: id });
}

const inWords = (error: unknown): string => (error instanceof Error ? error.message : String(error));
