/** What happened in a run, as a student reads it. A batch is one line, from its first operation to the saves that it settles. */
import type { Operation } from '@weekend/log-store';
import { type Line, withoutNumbers } from '../short-story.ts';
import { asText, clipped, shown } from './shown.ts';
import type { Moment } from './simulated-store.ts';

export function linesOf(tape: readonly Moment[]): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from < tape.length; ) {
    const end = endOfLine(tape, from);
    lines.push(line(tape.slice(from, end)));
    from = end;
  }
  return lines;
}

/** The moments from here on that are one line: each follows from the one before it. */
function endOfLine(tape: readonly Moment[], from: number): number {
  let end = from + 1;
  while (end < tape.length && followsFrom(tape[end - 1] as Moment, tape[end] as Moment)) end += 1;
  return end;
}

function followsFrom(before: Moment, next: Moment): boolean {
  switch (next.kind) {
    case 'opened':
      return before.kind === 'synced';
    case 'called':
      return false;
    case 'done':
      return before.kind === 'synced' || before.kind === 'done';
    case 'rejected':
      return before.kind === 'failed' || before.kind === 'rejected';
    case 'operation':
    case 'synced':
    case 'failed':
      return before.kind === 'operation' && before.batch === next.batch;
    default:
      return next satisfies never;
  }
}

function line(moments: readonly Moment[]): Line {
  const kinds = moments.map((each) => (each.kind === 'called' ? `called ${Object.keys(each.changes)}` : each.kind));
  return { text: textOf(moments), kind: withoutNumbers([...new Set(kinds)].join()) };
}

/** In the order in which such moments follow from each other. */
function textOf(moments: readonly Moment[]): string {
  const parts = moments.flatMap((each, i) => {
    const before = moments[i - 1];
    switch (each.kind) {
      case 'opened':
        return ['open settles'];
      case 'called':
        return [`save ${each.save + 1} is called: ${shown(each.changes)}`];
      case 'done':
      case 'rejected':
        return before?.kind === each.kind ? [] : [settled(moments.slice(i))];
      case 'operation':
        return before ? [] : [written(each.batch, moments)];
      case 'synced':
        return [before ? 'synced' : `batch ${each.batch} is synced`];
      case 'failed':
        return [before ? 'the disk is full, and it fails' : `batch ${each.batch} fails: the disk is full`];
      default:
        return each satisfies never;
    }
  });
  return parts.join('; ');
}

function settled(moments: readonly Moment[]): string {
  const saves = moments.flatMap((each) => ('save' in each ? [each.save + 1] : []));
  const [first, last] = [saves[0] as number, saves.at(-1) as number];
  const verb = moments[0]?.kind === 'done' ? 'settle' : 'fail';
  if (saves.length === 1) return `save ${first} ${verb}s`;
  const isRange = saves.length > 2 && saves.every((save, i) => save === first + i);
  return `saves ${isRange ? `${first} to ${last}` : clipped(saves.join(', '))} ${verb}`;
}

function written(batch: number, moments: readonly Moment[]): string {
  const operations = moments.flatMap((each) => (each.kind === 'operation' ? [toldOf(each.operation)] : []));
  const what = operations.length === 1 ? `${operations[0]}` : clipped(operations.join(', '), longestBatch);
  return batch === 0 ? `not synced before: ${what}` : `batch ${batch}: ${what}`;
}

/** In characters, where a batch is of several operations. */
const longestBatch = 140;

const toldOf = (operation: Operation): string =>
  operation.type === 'put' ? `put ${operation.key} = ${asText(operation.value)}` : `del ${operation.key}`;
