/** A run as it is read: times, speeds, values, and the line of an event. */
import type { Happening } from '../../../run/index.ts';
import { words } from '../../words/words.ts';

/** `1 234.6 ms` */
export function timeText(at: number): string {
  const [whole = '0', part = '0'] = at.toFixed(1).split('.');
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, '\u202f')}.${part} ms`;
}

/** A transcript's line is the same in every language; what was done by hand is told in the reader's. */
export const lineOf = ({ text, byHand }: Happening): string => (byHand ? words.value.run.byHand(byHand) : text);

export const speeds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10] as const;

/** `1/20×`, `2×` */
export const speedText = (speed: number): string => (speed < 1 ? `1/${Math.round(1 / speed)}×` : `${speed}×`);

/** A value of a state, as one line. */
export function valueText(value: unknown): string {
  if (value === undefined) return '—';
  const text = JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
