/** What happened in a run, a line each, as a student reads it. */
import { asText, shown } from './shown.ts';
import type { Moment } from './simulated-store.ts';

/** Of many of one kind in a row, the first few and the last. */
export function tell(tape: readonly Moment[]): string[] {
  const story: string[] = [];
  for (let from = 0; from < tape.length; ) {
    const end = endOfRun(tape, from);
    const lines = tape.slice(from, end).map(line);
    const left = lines.length - mostAlike;
    story.push(
      ...(left > 1 ? [...lines.slice(0, mostAlike - 1), `… and ${left} more like this`, ...lines.slice(-1)] : lines),
    );
    from = end;
  }
  return story;
}

const mostAlike = 4;

function endOfRun(tape: readonly Moment[], from: number): number {
  const other = tape.slice(from).findIndex(({ kind }) => kind !== tape[from]?.kind);
  return other < 0 ? tape.length : from + other;
}

function line(moment: Moment): string {
  switch (moment.kind) {
    case 'opened':
      return 'open settles';
    case 'called':
      return `save ${moment.save + 1} is called: ${shown(moment.changes)}`;
    case 'done':
      return `save ${moment.save + 1} settles`;
    case 'rejected':
      return `save ${moment.save + 1} fails`;
    case 'operation': {
      const { operation, batch } = moment;
      const what =
        operation.type === 'put' ? `put ${operation.key} = ${asText(operation.value)}` : `del ${operation.key}`;
      return batch === 0 ? `not synced before: ${what}` : `batch ${batch}: ${what}`;
    }
    case 'synced':
      return `batch ${moment.batch} is synced`;
    case 'failed':
      return `batch ${moment.batch} fails: the disk is full`;
    default:
      return moment satisfies never;
  }
}
