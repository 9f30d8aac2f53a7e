/** Amdahl's law, and which share of a job must have been parallel if its times are to follow it. */
import type { Measured } from './measure.ts';

export const amdahl = (parallelShare: number, workers: number): number =>
  1 / (1 - parallelShare + parallelShare / workers);

/** One measured point. */
export interface Point {
  workers: number;
  speedUp: number;
}

export function speedUps(measured: readonly Measured[]): Point[] {
  const alone = measured.find(({ workers }) => workers === 1)?.ms ?? Number.NaN;
  return measured.map(({ workers, ms }) => ({ workers, speedUp: alone / ms }));
}

/**
 * The share that fits best: 1/S = 1 - P (1 - 1/N) is a line through (0, 1), so this is its slope by least squares. More
 * workers than processors say nothing about the job, so leave them out.
 */
export function parallelShare(points: readonly Point[]): number {
  const pairs = points.map(({ workers, speedUp }) => [1 - 1 / workers, 1 - 1 / speedUp] as const);
  const slope = sum(pairs.map(([x, y]) => x * y)) / sum(pairs.map(([x]) => x * x));
  return Number.isNaN(slope) ? 0 : Math.min(1, Math.max(0, slope));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
