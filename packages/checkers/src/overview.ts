/** All of a history on one strip, for a picture: a thin stroke an operation, thousands of them in a few paths. */
import { deadline, type History, type Operation } from './history.ts';

const rowsAtMost = 24;
const left = 8;

export function overview(
  history: History<unknown, unknown>,
  proof: readonly number[],
  shown: readonly number[],
  width: number,
): { svg: string; height: number } {
  const processes = [...new Set(history.map(({ process }) => process))];
  const rows = Math.min(processes.length, rowsAtMost);
  const ends = history.flatMap((operation) => [operation.call, deadline(operation)]).filter(Number.isFinite);
  const [first, last] = ends.reduce(
    ([low, high], time) => [Math.min(low, time), Math.max(high, time)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const scale = (width - 2 * left) / Math.max(last - first, 1);
  const strokes = { ok: '', info: '', fail: '', proof: '' };
  for (const [index, operation] of history.entries()) {
    const row = processes.indexOf(operation.process) % rows;
    const x = left + (operation.call - first) * scale;
    const length = Math.max(1.5, lasting(operation, last) * scale - 1);
    const kind = proof.includes(index) ? 'proof' : operation.completion.kind;
    strokes[kind] += `M${x.toFixed(1)} ${4 + row * 5}h${length.toFixed(1)}`;
  }
  const paths = Object.entries(strokes)
    .filter(([, path]) => path !== '')
    .map(([kind, path]) => `<path class="all-${kind}" stroke-width="3" d="${path}"/>`);
  const calls = shown.map((index) => (history[index] as Operation<unknown, unknown>).call);
  const from = left + (Math.min(...calls) - first) * scale;
  const to = left + (Math.max(...calls) - first) * scale;
  const range = `<rect class="shown" x="${from.toFixed(1)}" width="${(to - from + 4).toFixed(1)}" height="${rows * 5 + 6}"/>`;
  return { svg: [range, ...paths].join('\n'), height: rows * 5 + 24 };
}

/** An operation with unknown outcome is drawn short: it may last for ever. */
function lasting(operation: Operation<unknown, unknown>, last: number): number {
  return Math.min(
    deadline(operation) - operation.call,
    operation.completion.kind === 'ok' ? last : (last - operation.call) * 0.02,
  );
}
