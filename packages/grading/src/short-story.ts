/** A failing run is told in so many lines at the most, the rule that it breaks among them: longer than that, nobody reads it. */
import { rounds } from '@weekend/transcript';

export const longestStory = 20;

/** What a story has for its events, where the rule stands at its end. */
export const mostLines = longestStory - 1;

export interface Line {
  text: string;
  /** Lines of one kind may stand for each other. */
  kind: string;
}

/** Told as it is if it is short. Else what goes on in equal rounds is counted, and then the middle is. */
export function shortStory(story: readonly string[], most: number): string[] {
  if (story.length <= most) return [...story];
  const lines = inRounds(story.map((text) => ({ text, kind: withoutNumbers(text) })));
  if (lines.length <= most) return lines;
  const head = Math.floor((most - 1) / 3);
  const tail = most - 1 - head;
  return [...lines.slice(0, head), `… and ${lines.length - head - tail} more events`, ...lines.slice(-tail)];
}

/** Of what is done again and again, the first time and the last. */
export const inRounds = (lines: readonly Line[]): string[] =>
  rounds(lines, ({ kind }) => kind).flatMap((part) => {
    if (!('between' in part)) return [part.text];
    const [first, last] = [part.first.map(({ text }) => text), part.last.map(({ text }) => text)];
    const middle = part.first.length === 1 ? `${part.between} more like this` : `${part.between} more rounds like this`;
    return [...first, `… and ${middle}`, ...last];
  });

export const withoutNumbers = (text: string): string => text.replaceAll(/\d+/g, '#');
