/** How long a cluster has no leader when it has died, over long distances as in the dissertation (§9.3 there). */
import type { Language } from '../languages.ts';
import { type Figure, line, Plot, series, text } from './chart.ts';
import { elect } from './elections.ts';

const elections = 1000;
const longest = 2000;

/** What the dissertation reports for five servers, 30 to 40 ms one way, timeouts of 300 to 600 ms. */
export const reported = [
  { up: 4, mean: 475, colour: series(1) },
  { up: 3, mean: 650, colour: series(3) },
] as const;

const say = {
  en: {
    x: 'milliseconds from the last heartbeat to the next leader',
    y: 'elections that are over by then',
    cluster: (up: number, ours: number, theirs: number) =>
      `${5 - up} of 5 failed: mean ${ours} ms (dissertation ~${theirs})`,
  },
  ja: {
    x: '最後のハートビートから次のリーダーまでのミリ秒',
    y: 'それまでに終わった選挙の割合',
    cluster: (up: number, ours: number, theirs: number) =>
      `5 台中 ${5 - up} 台が故障：平均 ${ours} ms（博士論文 約 ${theirs}）`,
  },
} satisfies Record<Language, unknown>;

export const failOver: Figure = {
  name: 'fail-over',
  draw(language) {
    const words = say[language];
    const plot = new Plot(
      { from: 0, to: longest, ticks: [0, 250, 500, 750, 1000, 1250, 1500, 1750, 2000], label: words.x },
      { from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1], label: words.y, show: (share) => `${share * 100} %` },
    );
    return plot.draw(
      reported.flatMap(({ up, mean, colour }, place) => {
        const times = downtimes(up);
        const steps = times.flatMap((time, index) =>
          time <= longest ? [[time, (index + 1) / elections] as const] : [],
        );
        const key = plot.y(0.3) + place * 24;
        return [
          plot.curve([[0, 0], ...steps, [longest, steps.length / elections]], `stroke="${colour}" stroke-width="2"`),
          line(plot.x(mean), plot.y(0), plot.x(mean), plot.y(1), `stroke="${colour}" stroke-dasharray="4 4"`),
          line(plot.x(860), key - 4, plot.x(920), key - 4, `stroke="${colour}" stroke-width="3"`),
          text(plot.x(940), key, words.cluster(up, Math.round(average(times)), mean)),
        ];
      }),
    );
  },
};

/** Sorted. */
export function downtimes(up: number): number[] {
  const setting = { nodes: 5, up, delay: { min: 30, max: 40 }, slower: 2 };
  return Array.from({ length: elections }, (_, seed) => elect(seed, setting).after).sort((a, b) => a - b);
}

export const average = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
