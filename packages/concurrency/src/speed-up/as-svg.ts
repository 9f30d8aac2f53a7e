/** The speed-up as a picture: the measured points, the curve of Amdahl that fits them, and three others to compare. */
import { amdahl, type Point, parallelShare, speedUps } from './amdahl.ts';
import type { Measured } from './measure.ts';

const frame = { left: 60, top: 40, width: 560, height: 360 };
const shares = [0.5, 0.9, 0.95, 1];

export function asSvg(measured: readonly Measured[], processors: number): string {
  const points = speedUps(measured);
  const share = parallelShare(points.filter(({ workers }) => workers <= processors));
  const most = Math.max(...points.map(({ workers }) => workers), 2);
  const x = (workers: number) => frame.left + ((workers - 1) / (most - 1)) * frame.width;
  const y = (speedUp: number) => frame.top + frame.height * (1 - speedUp / most);
  const at = ({ workers, speedUp }: Point) => `${x(workers).toFixed(1)},${y(Math.min(speedUp, most)).toFixed(1)}`;

  const curve = (parallel: number, style: string) => {
    const steps = Array.from({ length: 61 }, (_each, step) => 1 + (step / 60) * (most - 1));
    const line = steps.map((workers) => at({ workers, speedUp: amdahl(parallel, workers) })).join(' ');
    return `<polyline points="${line}" fill="none" ${style}/>`;
  };
  const name = (parallel: number) =>
    `<text x="${x(most) + 6}" y="${y(amdahl(parallel, most)) + 4}" fill="#777">P=${parallel}</text>`;
  const ticks = Array.from({ length: most }, (_each, index) => index + 1).flatMap((n) => [
    `<text x="${x(n)}" y="${y(0) + 20}" text-anchor="middle">${n}</text>`,
    `<text x="${frame.left - 8}" y="${y(n) + 4}" text-anchor="end">${n}</text>`,
    `<line x1="${frame.left}" x2="${x(most)}" y1="${y(n)}" y2="${y(n)}" stroke="#eee"/>`,
  ]);

  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 460" font-family="sans-serif" font-size="12" fill="#222">',
    '<rect width="700" height="460" fill="#fff"/>',
    `<text x="${frame.left}" y="24" font-size="15">Speed-up of countPrimesOn: it fits P = ${share.toFixed(3)}</text>`,
    ...ticks,
    `<line x1="${frame.left}" x2="${x(most)}" y1="${y(0)}" y2="${y(0)}" stroke="#222"/>`,
    `<line x1="${frame.left}" x2="${frame.left}" y1="${y(0)}" y2="${frame.top}" stroke="#222"/>`,
    ...shares.flatMap((parallel) => [curve(parallel, 'stroke="#bbb" stroke-dasharray="4 4"'), name(parallel)]),
    curve(share, 'stroke="#0a6" stroke-width="2"'),
    ...points.map((point) => {
      const [cx, cy] = at(point).split(',');
      return `<circle cx="${cx}" cy="${cy}" r="5" fill="#d33"><title>${point.workers} workers: ${point.speedUp.toFixed(2)} times</title></circle>`;
    }),
    `<text x="${frame.left + frame.width / 2}" y="${y(0) + 42}" text-anchor="middle">workers, with processors for ${processors}</text>`,
    `<text transform="translate(20 ${frame.top + frame.height / 2}) rotate(-90)" text-anchor="middle">times faster</text>`,
    '</svg>',
    '',
  ].join('\n');
}
