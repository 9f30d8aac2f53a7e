/** What goes on in equal rounds is told once, counted, and told once more at its end. */

export interface Rounds<Part> {
  first: readonly Part[];
  /** How many rounds lie between the first and the last. */
  between: number;
  last: readonly Part[];
}

/** A round is not longer than that, and comes at least so often. */
const longest = 10;
const fewest = 3;

/** `sameAs`: parts that say the same, but for the numbers in them, have equal ones. */
export function rounds<Part>(parts: readonly Part[], sameAs: (part: Part) => string): (Part | Rounds<Part>)[] {
  const said = parts.map(sameAs);
  const story: (Part | Rounds<Part>)[] = [];
  for (let i = 0; i < parts.length; ) {
    const { length, count } = bestFrom(said, i);
    if (count < fewest) {
      story.push(parts[i] as Part);
      i++;
      continue;
    }
    const end = i + length * count;
    story.push({ first: parts.slice(i, i + length), between: count - 2, last: parts.slice(end - length, end) });
    i = end;
  }
  return story;
}

/** The length of the round that begins here and covers most, and how often it comes. */
function bestFrom(said: readonly string[], from: number): { length: number; count: number } {
  let best = { length: 1, count: 1 };
  for (let length = 1; length <= longest; length++) {
    let count = 1;
    while (isEqual(said, from, from + length * count, length)) count++;
    if (count >= fewest && count * length > best.count * best.length) best = { length, count };
  }
  return best;
}

function isEqual(said: readonly string[], one: number, other: number, length: number): boolean {
  if (other + length > said.length) return false;
  for (let k = 0; k < length; k++) if (said[one + k] !== said[other + k]) return false;
  return true;
}
