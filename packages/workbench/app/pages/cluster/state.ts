/** What the page knows of the real cluster, and how it hears more. */
import { signal } from '@preact/signals';
import type {
  Answer,
  ClusterEvent,
  ClusterOrder,
  ClusterView,
  LoadSample,
  NodeState,
  ScenarioCard,
} from '../../../server/wire.ts';
import { announce } from '../../announce.tsx';
import { language, words } from '../../words/words.ts';
import { ask, listen, order } from '../server.ts';

type Of<Kind extends ClusterEvent['kind']> = Extract<ClusterEvent, { kind: Kind }>;

/** Nothing while nobody knows, null where none is up. */
export const cluster = signal<ClusterView | null | undefined>(undefined);
export const states = signal<Readonly<Record<string, NodeState>>>({});
export const samples = signal<readonly LoadSample[]>([]);
/** What happened to this cluster, newest last. */
export const lines = signal<readonly string[]>([]);
/** What happened in the scenario, on a cluster of its own. */
export const story = signal<readonly StoryLine[]>([]);
export const scenarios = signal<readonly ScenarioCard[]>([]);
export const playing = signal<string | undefined>(undefined);
export const verdict = signal<Of<'verdict'> | undefined>(undefined);
export const docker = signal(false);
export const isThere = signal(true);
/** The verb of an order that has not been answered yet. */
export const busy = signal<ClusterOrder['kind'] | undefined>(undefined);
export const answer = signal<Answer | undefined>(undefined);

/** `at`: milliseconds since the scenario began. */
export interface StoryLine {
  text: string;
  at: number;
}

const mostLines = 200;
/** A minute of them. */
const mostSamples = 240;

export function watchCluster(): () => void {
  // The server tells the scenarios in the reader's language.
  const stop = language.subscribe(look);
  const deafen = hearCluster();
  return () => {
    stop();
    deafen();
  };
}

function look(): void {
  ask<{ cluster: ClusterView | null; scenarios: readonly ScenarioCard[]; docker: boolean }>('/api/cluster').then(
    (told) => {
      scenarios.value = told.scenarios;
      docker.value = told.docker;
    },
    (error: Error) => {
      answer.value = { ok: false, message: error.message };
    },
  );
}

function hearCluster(): () => void {
  return listen<{ [Kind in ClusterEvent['kind']]: Of<Kind> }>(
    '/api/cluster/events',
    {
      cluster: (event) => see(event.cluster),
      node: (event) => hear(event.id, event.state),
      load: ({ sample }) => {
        const isNew = sample.at < (samples.value.at(-1)?.at ?? 0);
        samples.value = [...(isNew ? [] : samples.value), sample].slice(-mostSamples);
      },
      line: ({ line, at }) => {
        if (playing.value === undefined) return say(line);
        story.value = [...story.value, { text: line, at }];
        announce(words.peek().shell.ended(line));
      },
      playing: ({ scenario }) => {
        playing.value = scenario;
        verdict.value = undefined;
        story.value = [];
      },
      verdict: (event) => {
        playing.value = undefined;
        verdict.value = event;
        announce(`${words.peek().cluster.verdict(event.scenario, event.passed)} ${event.verdict}`);
      },
    },
    (there) => {
      isThere.value = there;
    },
  );
}

export async function tell(wish: ClusterOrder): Promise<void> {
  busy.value = wish.kind;
  answer.value = undefined;
  if (wish.kind === 'load' && wish.on) samples.value = [];
  const told = await order('/api/cluster', wish);
  busy.value = undefined;
  answer.value = told;
  if (told.ok) say(told.message);
  else announce(told.message);
}

function see(next: ClusterView | null): void {
  cluster.value = next;
  const there = new Set(next?.nodes.filter(({ life }) => life !== 'stopped').map(({ id }) => id));
  const kept = Object.entries(states.value).filter(([id]) => there.has(id));
  const told = (next?.nodes ?? []).flatMap(({ id, state }) => (state && there.has(id) ? [[id, state] as const] : []));
  states.value = Object.fromEntries([...told, ...kept]);
  if (!next) samples.value = [];
}

function hear(id: string, state: NodeState): void {
  const before = states.value[id];
  states.value = { ...states.value, [id]: state };
  if (state.role === before?.role && state.term === before?.term) return;
  const w = words.peek().cluster;
  if (state.role === 'leader') say(w.hasRisen(id, state.term));
  else if (state.role === 'candidate') say(w.stands(id, state.term));
  else if (before?.role === 'leader') say(w.stepsDown(id, state.term));
}

function say(line: string): void {
  lines.value = [...lines.value, line].slice(-mostLines);
  announce(words.peek().shell.ended(line));
}
