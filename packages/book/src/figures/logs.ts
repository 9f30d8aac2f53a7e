/** Logs that went astray, and the same after the leader has brought them to agree (§5.3, as in the paper's Figure 7). */
import type { Language } from '../languages.ts';
import { type Figure, quiet, series, svg, text } from './chart.ts';

const say = {
  en: {
    before: 'before',
    after: 'after some AppendEntries',
    leader: 'leader',
    index: 'index',
    term: 'In each box: the term.',
  },
  ja: {
    before: '前',
    after: '何度かの AppendEntries の後',
    leader: 'リーダー',
    index: 'インデックス',
    term: '箱の数字は任期。',
  },
} satisfies Record<Language, unknown>;

const leader = [1, 1, 2, 4, 4];
const before = { n2: [1, 1, 2], n3: [1, 1, 3, 3, 3, 3] };
const after = { n2: leader, n3: leader };

export const logs: Figure = {
  name: 'logs',
  draw(language) {
    const words = say[language];
    return svg(700, 220, [
      ...side(90, words.before, { [words.leader]: leader, ...before }, words.index),
      ...side(440, words.after, { [words.leader]: leader, ...after }, words.index),
      '<path d="M352 110 L384 110 M376 104 L386 110 L376 116" fill="none" stroke="var(--diagram-accent)" stroke-width="2"/>',
      quiet(8, 206, words.term),
    ]);
  },
};

function side(x: number, title: string, rows: Record<string, readonly number[]>, index: string): string[] {
  return [
    text(x, 22, title, 'font-weight="600"'),
    quiet(x - 10, 48, index, 'text-anchor="end"'),
    ...[1, 2, 3, 4, 5, 6].map((place) => quiet(x + (place - 1) * 40 + 18, 48, place, 'text-anchor="middle"')),
    ...Object.entries(rows).flatMap(([name, terms], row) => [
      text(x - 10, 80 + row * 44, name, 'text-anchor="end" font-weight="600"'),
      ...terms.flatMap((term, place) => entry(x + place * 40, 58 + row * 44, term, leader[place])),
    ]),
  ];
}

/** What will have to go is dashed: colour is never the only sign. */
function entry(x: number, y: number, term: number, wanted: number | undefined): string[] {
  const colour = series(term === 4 ? 1 : term === 3 ? 3 : 2);
  const dashed = term === wanted ? '' : ' stroke-dasharray="4 3"';
  return [
    `<rect x="${x}" y="${y}" width="36" height="34" rx="4" fill="${colour}" fill-opacity="0.15" stroke="${colour}" stroke-width="1.5"${dashed}/>`,
    text(x + 18, y + 22, term, 'text-anchor="middle"'),
  ];
}
