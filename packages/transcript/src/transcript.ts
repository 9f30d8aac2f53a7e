/** A trace as a conversation that can be read at a glance: routine is folded, and a long story loses its middle. */
import type { Shape, Trace } from '@weekend/protocol';
import { type Line, lines } from './lines.ts';
import type { Teller } from './teller.ts';

export interface Telling {
  /** At most so many lines. All of them, if left out. */
  lines?: number;
  /** Puts the time before each line. */
  times?: boolean;
  /** Tells routine one by one, too. */
  routine?: boolean;
}

/** The last event is always told in full: it is the one that the story is about. */
export function tell<S extends Shape>(trace: Trace<S>, teller: Teller<S>, telling: Telling = {}): string[] {
  const most = telling.lines ?? Number.POSITIVE_INFINITY;
  const all = lines(trace, teller);
  let story = telling.routine ? all.map(whole) : fold(all, (line) => line.weight === 'routine', 'routine event');
  if (story.length > most) story = fold(all, (line) => line.weight !== 'matters', 'event');
  if (story.length > most) story = withoutMiddle(story, most);
  return story.map((part) => textOf(part, telling.times === true));
}

/** A line, or several that are not told. */
type Part = { line: Line } | { omitted: number; what: string };

const whole = (line: Line): Part => ({ line });

/** Two or more lines in a row that need not be told become one that counts them. */
function fold(all: readonly Line[], needNotBeTold: (line: Line) => boolean, what: string): Part[] {
  const story: Part[] = [];
  let run: Line[] = [];
  for (const [i, line] of all.entries()) {
    const folds = i < all.length - 1 && needNotBeTold(line);
    if (folds) run.push(line);
    if (folds) continue;
    story.push(...folded(run, what), whole(line));
    run = [];
  }
  return story;
}

function folded(run: readonly Line[], what: string): Part[] {
  return run.length < 2 ? run.map(whole) : [{ omitted: run.length, what }];
}

/** A quarter of the room is for how it began, the rest for how it ended. */
function withoutMiddle(story: readonly Part[], most: number): Part[] {
  const head = Math.floor((most - 1) / 4);
  const tail = Math.max(1, most - 1 - head);
  const middle = story.slice(head, story.length - tail);
  const omitted = middle.reduce((sum, part) => sum + ('omitted' in part ? part.omitted : 1), 0);
  return [...story.slice(0, head), { omitted, what: 'event' }, ...story.slice(story.length - tail)];
}

function textOf(part: Part, times: boolean): string {
  if ('omitted' in part) return `… ${part.omitted} ${part.what}${part.omitted === 1 ? '' : 's'}`;
  return times ? `${part.line.at.toFixed(1).padStart(8)}  ${part.line.text}` : part.line.text;
}
