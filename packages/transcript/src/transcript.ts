/** A trace as a conversation that can be read at a glance: routine is folded, and a long story loses its middle. */
import type { Shape, Trace } from '@weekend/protocol';
import { type Line, lines } from './lines.ts';
import { rounds } from './rounds.ts';
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
  const all = told(lines(trace, teller));
  let story = telling.routine ? all.map(whole) : fold(all, (line) => line.weight === 'routine', 'routine event');
  if (story.length > most) story = inRounds(story);
  if (story.length > most) story = foldedFromTheStart(all, most);
  if (story.length > most) story = withoutMiddle(story, most);
  return story.map((part) => textOf(part, telling.times === true));
}

/** What a node says to several, one after another, becomes one line: `n1@1 -> n2 n3 RequestVote last=0@0`. */
function told(all: readonly Line[]): Line[] {
  const merged: Line[] = [];
  for (const line of all) {
    const before = merged.at(-1);
    const joined = before && joinedTo(before, line);
    if (joined) merged[merged.length - 1] = joined;
    else merged.push(line);
  }
  return merged;
}

function joinedTo(before: Line, { message }: Line): Line | undefined {
  const { head, to, tail } = before.message ?? {};
  if (to === undefined || message?.head !== head || message?.tail !== tail || to.split(' ').includes(message?.to ?? ''))
    return undefined;
  const all = `${to} ${message?.to}`;
  return { ...before, text: `${head}${all}${tail}`, message: { head: head ?? '', to: all, tail: tail ?? '' } };
}

/** A line, or several that are not told. */
type Part = { line: Line } | { omitted: number; what: string };

const whole = (line: Line): Part => ({ line });

/** The same over and over, in ever new terms, is told once. */
function inRounds(story: readonly Part[]): Part[] {
  return rounds(story, (part) => textOf(part, false).replaceAll(/(?<=[@=#])\d+/g, '#')).flatMap((each) => {
    if (!('between' in each)) return [each];
    return [...each.first, { omitted: each.between, what: 'more round' }, ...each.last];
  });
}

/** As little as it takes, and first what is longest ago: how it ended is what one has to see. */
function foldedFromTheStart(all: readonly Line[], most: number): Part[] {
  const upTo = (end: number) =>
    fold(all, ({ weight }, i) => weight === 'routine' || (i < end && weight !== 'matters'), 'event');
  let [enough, tooFew] = [all.length, 0];
  while (enough - tooFew > 1) {
    const middle = Math.floor((enough + tooFew) / 2);
    if (upTo(middle).length <= most) enough = middle;
    else tooFew = middle;
  }
  return upTo(enough);
}

/** Two or more lines in a row that need not be told become one that counts them. */
function fold(all: readonly Line[], needNotBeTold: (line: Line, place: number) => boolean, what: string): Part[] {
  const story: Part[] = [];
  let run: Line[] = [];
  for (const [i, line] of all.entries()) {
    const folds = i < all.length - 1 && needNotBeTold(line, i);
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
