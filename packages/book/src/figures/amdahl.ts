/** Amdahl's law: how much faster more workers make a job of which a part can't be shared. */
import { amdahl as speedUp } from '@weekend/concurrency/speed-up';
import type { Language } from '../languages.ts';
import { type Figure, Plot, series, text } from './chart.ts';

const jobs = [
  { parallel: 0.5, colour: series(3) },
  { parallel: 0.9, colour: series(2) },
  { parallel: 0.95, colour: series(1) },
] as const;

const most = 20;

const say = {
  en: { x: 'workers', y: 'times faster', job: (share: number) => `${share} % can be shared` },
  ja: { x: 'ワーカーの数', y: '何倍速いか', job: (share: number) => `${share} % を分けられる` },
} satisfies Record<Language, unknown>;

export const amdahl: Figure = {
  name: 'amdahl',
  draw(language) {
    const words = say[language];
    const plot = new Plot(
      { from: 1, to: most, ticks: [1, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20], label: words.x },
      { from: 0, to: 12, ticks: [0, 2, 4, 6, 8, 10, 12], label: words.y },
    );
    const workers = Array.from({ length: (most - 1) * 4 + 1 }, (_, index) => 1 + index / 4);
    return plot.draw(
      jobs.flatMap(({ parallel, colour }) => [
        plot.curve(
          workers.map((count) => [count, speedUp(parallel, count)] as const),
          `stroke="${colour}" stroke-width="2"`,
        ),
        text(
          plot.x(most),
          plot.y(speedUp(parallel, most)) - 10,
          words.job(parallel * 100),
          'text-anchor="end" font-weight="600"',
        ),
      ]),
    );
  },
};
