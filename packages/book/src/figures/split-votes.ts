/** How often a vote is split: two thousand elections a point, beside the dissertation's formula (chapter 9). */
import { electionTimeout } from '@weekend/raft';
import type { Language } from '../languages.ts';
import { type Figure, Plot, series, text } from './chart.ts';
import { elect } from './elections.ts';

const elections = 2000;
const range = electionTimeout.max - electionTimeout.min;
const shares = [0.01, 0.025, 0.05, 0.075, 0.1, 0.125, 0.15, 0.175, 0.2, 0.225, 0.25, 0.275, 0.3];
const clusters = [
  { nodes: 5, up: 4, colour: series(1) },
  { nodes: 5, up: 3, colour: series(3) },
] as const;

const say = {
  en: {
    x: 'time of a message, one way, as a share of the range of timeouts',
    y: 'elections that end in a split vote',
    cluster: (up: number) => `${up} of 5 are up`,
    key: 'line: the formula · points: our simulator',
  },
  ja: {
    x: 'メッセージの片道時間（タイムアウトの幅に対する割合）',
    y: '票割れになった選挙の割合',
    cluster: (up: number) => `5 台中 ${up} 台が稼働`,
    key: '線：式　点：私たちのシミュレーター',
  },
} satisfies Record<Language, unknown>;

export const splitVotes: Figure = {
  name: 'split-votes',
  draw(language) {
    const words = say[language];
    const plot = new Plot(
      { from: 0, to: 0.3, ticks: [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3], label: words.x, show: percent },
      { from: 0, to: 0.8, ticks: [0, 0.2, 0.4, 0.6, 0.8], label: words.y, show: percent },
    );
    const fine = Array.from({ length: 61 }, (_, index) => (index * 0.3) / 60);
    return plot.draw([
      ...clusters.flatMap(({ nodes, up, colour }) => [
        plot.curve(
          fine.map((share) => [share, probability(nodes, up, share)] as const),
          `stroke="${colour}" stroke-width="2"`,
        ),
        ...plot.dots(
          shares.map((share) => [share, measured(nodes, up, share)] as const),
          colour,
        ),
        text(
          plot.x(0.3) - 4,
          plot.y(probability(nodes, up, 0.3)) - 16,
          words.cluster(up),
          'text-anchor="end" font-weight="600"',
        ),
      ]),
      text(plot.x(0.005), plot.y(0.74), words.key),
    ]);
  },
};

/** `stand` candidates of `servers`; a message takes the share `latency` of the range. */
export function probability(servers: number, stand: number, latency: number): number {
  const enough = stand - Math.floor(servers / 2) + 1;
  let sum = 0;
  for (let k = enough - 1; k <= stand; k += 1) sum += choose(stand, k) * latency ** k * (1 - latency) ** (stand - k);
  return sum;
}

export function measured(nodes: number, up: number, share: number): number {
  const delay = { min: share * range, max: share * range };
  let split = 0;
  for (let seed = 0; seed < elections; seed += 1) if (elect(seed, { nodes, up, delay }).split > 0) split += 1;
  return split / elections;
}

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);

const percent = (value: number): string => `${Math.round(value * 100)} %`;
