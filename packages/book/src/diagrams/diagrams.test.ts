/** Every diagram of the book is drawn whole, by itself, and in colours that a page can change. */
import { describe, expect, test } from 'vitest';
import { pages, textOf } from '../pages.ts';
import { draw } from './draw.ts';

const diagrams = pages().flatMap((page) =>
  [...textOf(page).matchAll(/^```mermaid\n(.*?)^```$/gms)].map(([, code = ''], index) => ({
    name: `${page.source}, number ${index + 1}`,
    code,
  })),
);

describe.each(diagrams)('$name', ({ code }) => {
  const svg = draw(code);
  const shown = [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]*)(?=<)/g)].map(([, text]) => text).join(' ');

  // The renderer leaves out, without a word, what it does not understand: a note before the first message, say.
  test('shows every word of its source', () => {
    expect(labelsOf(code).filter((label) => !plain(shown).includes(plain(label)))).toEqual([]);
  });

  test('loads nothing, and has no colour of its own', () => {
    expect(svg).not.toMatch(/@import|https?:\/\/(?!www\.w3\.org)/);
    expect(svg).not.toMatch(/(fill|stroke)="#/);
  });
});

test('a line that is not understood is told, and not left out', () => {
  expect(() => draw('gantt\n section a\n b : soon, later')).toThrow('Cannot draw the gantt line "b : soon, later"');
});

/** What stands in brackets, on arrows and in notes; of a gantt chart, what stands before the colon. */
function labelsOf(code: string): string[] {
  const lines = code.split('\n').slice(1);
  if (code.startsWith('gantt'))
    return lines.flatMap(
      (line) => line.match(/^\s*(?:section |title )(.*)$/)?.[1] ?? line.match(/^\s*(.+?) :/)?.[1] ?? [],
    );
  return lines.flatMap((line) => [
    ...[...line.matchAll(/\w[[({]+"?(.*?)"?[\])}]+/g)].map(([, label = '']) => label),
    ...[...line.matchAll(/(?:--|-\.) (.*?) (?:-->|\.->)/g)].map(([, label = '']) => label),
    ...(line.match(/(?:>>\w+|Note over [^:]+| --> [^:]+): (.*)$/)?.slice(1) ?? []),
  ]);
}

const plain = (text: string): string => text.replaceAll(/<br\/?>|&#?\w+;|[^\p{L}\p{N}]/gu, ' ').replaceAll(/\s+/g, '');
