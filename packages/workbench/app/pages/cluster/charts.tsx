/** What clients see, over the last minute: how many requests a second are answered, and how long they wait. */
import type { LoadSample } from '../../../server/wire.ts';
import { words } from '../../words/words.ts';
import { cluster, samples } from './state.ts';

const width = 600;
const height = 120;
/** Milliseconds from the left edge to the right one. */
const shown = 60_000;

export const Charts = () => {
  const all = samples.value;
  const newest = all.at(-1);
  const w = words.value.cluster;
  if (!cluster.value?.hasClients)
    return (
      <section class="card charts" aria-label={w.clients}>
        <h2>{w.clients}</h2>
        <p class="quiet">{w.noClients}</p>
      </section>
    );
  return (
    <section class="card charts" aria-label={w.clients}>
      <h2>{w.clients}</h2>
      {newest ? (
        <>
          <Chart
            title={w.answered}
            now={`${Math.round(rate(newest))}`}
            series={[{ name: 'answered', of: rate }]}
            samples={all}
          />
          <Chart
            title={w.untilAnswer}
            now={newest.p50 === null ? w.noAnswers : w.slowest(ms(newest.p50), ms(newest.p99))}
            series={[
              { name: 'slowest', of: ({ p99 }) => p99 },
              { name: 'median', of: ({ p50 }) => p50 },
            ]}
            samples={all}
          />
        </>
      ) : (
        <p class="quiet">{w.startClients}</p>
      )}
    </section>
  );
};

const rate = ({ acknowledged, over }: LoadSample): number => (1000 * acknowledged) / over;
const ms = (value: number | null): string => (value === null ? '–' : value.toFixed(value < 10 ? 1 : 0));

interface Series {
  name: string;
  of(sample: LoadSample): number | null;
}

const Chart = (props: { title: string; now: string; series: readonly Series[]; samples: readonly LoadSample[] }) => {
  const { title, now, series, samples: all } = props;
  const w = words.value.cluster;
  const last = all.at(-1)?.at ?? 0;
  const most = Math.max(1, ...series.flatMap(({ of }) => all.map((sample) => of(sample) ?? 0)));
  const x = (at: number) => width * (1 - (last - at) / shown);
  const y = (value: number) => height - 4 - ((height - 12) * value) / most;
  return (
    <figure class="chart">
      <figcaption>
        <span>{title}</span> <strong>{now}</strong>
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={w.chart(title, now, Math.round(most))}
      >
        <line class="base" x1="0" x2={width} y1={height - 4} y2={height - 4} />
        {series.map(({ name, of }) => (
          <path key={name} class={name} d={path(all, of, x, y)} />
        ))}
      </svg>
      <div class="chart-words" aria-hidden="true">
        <span>{w.minuteAgo}</span>
        <span>{w.most(Math.round(most))}</span>
        <span>{w.now}</span>
      </div>
    </figure>
  );
};

/** A gap where there is nothing to tell. */
function path(
  all: readonly LoadSample[],
  of: Series['of'],
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  let isDown = false;
  return all
    .map((sample) => {
      const value = of(sample);
      const step = value === null ? '' : `${isDown ? 'L' : 'M'}${x(sample.at).toFixed(1)} ${y(value).toFixed(1)}`;
      isDown = value !== null;
      return step;
    })
    .join('');
}
