/** The speed-up as text: a table, and a curve for a terminal. */
import { amdahl, parallelShare, speedUps } from './amdahl.ts';
import type { Measured } from './measure.ts';

const height = 14;
const columnsEach = 8;

/** `processors`: points beyond that many workers can't follow the law, and are not used to find the share. */
export function asText(measured: readonly Measured[], processors: number): string {
  const points = speedUps(measured);
  const share = parallelShare(points.filter(({ workers }) => workers <= processors));
  const rows = measured.map(({ workers, ms }, index) =>
    [
      String(workers).padStart(7),
      `${ms.toFixed(0)} ms`.padStart(9),
      (points[index]?.speedUp ?? Number.NaN).toFixed(2).padStart(9),
      amdahl(share, workers).toFixed(2).padStart(8),
    ].join(' '),
  );
  const limit =
    share < 1 ? `at most ${amdahl(share, Number.POSITIVE_INFINITY).toFixed(1)} times` : 'any number of times';
  return [
    'workers      time  speed-up   Amdahl',
    ...rows,
    '',
    ...curve(points, share),
    '',
    `This fits P = ${share.toFixed(3)}: with endless workers, ${limit} faster.`,
    `● measured   · Amdahl for that P   on ${processors} ${processors === 1 ? 'processor' : 'processors'}`,
  ].join('\n');
}

function curve(points: readonly { workers: number; speedUp: number }[], share: number): string[] {
  const most = Math.max(...points.map(({ workers }) => workers), 2);
  const top = Math.max(...points.map(({ speedUp }) => speedUp), amdahl(share, most)) * 1.05;
  const width = (most - 1) * columnsEach + 1;
  const grid = Array.from({ length: height }, () => Array.from({ length: width }, () => ' '));
  const put = (workers: number, speedUp: number, mark: string) => {
    const row = grid[height - 1 - Math.round((speedUp / top) * (height - 1))];
    if (row) row[Math.round((workers - 1) * columnsEach)] = mark;
  };
  for (let column = 0; column < width; column += 1) {
    const workers = 1 + column / columnsEach;
    put(workers, amdahl(share, workers), '·');
  }
  for (const { workers, speedUp } of points) put(workers, speedUp, '●');

  const label = (index: number) => (((height - 1 - index) / (height - 1)) * top).toFixed(1).padStart(6);
  const axis = Array.from({ length: most }, (_each, index) => String(index + 1).padEnd(columnsEach)).join('');
  return [
    ...grid.map((row, index) => `${label(index)} │${row.join('')}`.trimEnd()),
    `       └${'─'.repeat(width)}`,
    `        ${axis}`.trimEnd(),
  ];
}
