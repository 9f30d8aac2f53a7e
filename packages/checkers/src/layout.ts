/**
 * Where the bars of a picture stand. Only the order of events counts, so equal steps of the clock need not be equally wide:
 * each bar is as long as its label, and all events keep their order.
 */
import { deadline, type History, type Operation } from './history.ts';

export interface Bar {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  /** As long as its label, if nobody knows when it ended. */
  readonly width: number;
  readonly height: number;
  readonly kind: 'ok' | 'info' | 'fail';
  readonly label: string;
}

export interface Layout {
  readonly bars: readonly Bar[];
  /** The processes, a row each. */
  readonly names: readonly string[];
  readonly rowHeight: number;
  readonly width: number;
  readonly height: number;
}

const rowHeight = 40;
const barHeight = 22;
const left = 96;
const gap = 14;
const letter = 7.4;
const longest = 28;

/** `shown` are positions in the history, in the order of calls. */
export function laidOut(
  history: History<unknown, unknown>,
  shown: readonly number[],
  describe: (index: number) => string,
): Layout {
  const of = (index: number): Operation<unknown, unknown> => history[index] as Operation<unknown, unknown>;
  const labels = new Map(shown.map((index) => [index, shortened(describe(index))]));
  const names = [...new Set(shown.map((index) => `process ${of(index).process}`))];
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  /** Up to where the row of a process is written on. */
  const written = new Map<number | string, number>();
  let x = left;
  for (const { index, isEnd } of eventsOf(shown, of)) {
    const { process } = of(index);
    x = isEnd ? Math.max(x + gap, ends.get(index) as number) : Math.max(x + gap, (written.get(process) ?? 0) + 4);
    if (!isEnd) starts.set(index, x);
    ends.set(index, isEnd ? x : endOf(x, labels.get(index) as string));
    written.set(process, ends.get(index) as number);
  }
  const width = Math.ceil(Math.max(x, ...written.values()) + 24);
  const bars = shown.map((index): Bar => {
    const start = starts.get(index) as number;
    const row = names.indexOf(`process ${of(index).process}`);
    return {
      index,
      x: start,
      y: row * rowHeight + (rowHeight - barHeight) / 2,
      width: (ends.get(index) as number) - start,
      height: barHeight,
      kind: of(index).completion.kind,
      label: labels.get(index) as string,
    };
  });
  return { bars, names, rowHeight, width, height: names.length * rowHeight };
}

const endOf = (start: number, label: string): number => Math.ceil(start + label.length * letter + 12);

/** Calls and completions in the order of time; of equal times the calls come first, since such operations overlap. */
function eventsOf(
  shown: readonly number[],
  of: (index: number) => Operation<unknown, unknown>,
): { index: number; isEnd: boolean }[] {
  const events = shown.flatMap((index) => [
    { index, isEnd: false, time: of(index).call },
    { index, isEnd: true, time: deadline(of(index)) },
  ]);
  return events
    .filter(({ time }) => time !== Number.POSITIVE_INFINITY)
    .sort((a, b) => a.time - b.time || Number(a.isEnd) - Number(b.isEnd));
}

function shortened(label: string): string {
  return label.length <= longest ? label : `${label.slice(0, longest / 2)}…${label.slice(-longest / 2 + 1)}`;
}
