/** Five nodes, each of which talks with each, and somebody who asks one of them. */
import type { Language } from '../languages.ts';
import { type Figure, line, quiet, svg, text } from './chart.ts';

const say = {
  en: { you: 'you', raft: 'Raft’s messages', http: 'HTTP' },
  ja: { you: 'あなた', raft: 'Raft のメッセージ', http: 'HTTP' },
} satisfies Record<Language, unknown>;

const middle = { x: 420, y: 165 };
const nodes = ['n1', 'n2', 'n3', 'n4', 'n5'].map((name, place) => {
  const angle = ((place - 1) * 2 * Math.PI) / 5 - Math.PI / 10;
  return { name, x: middle.x + 120 * Math.sin(angle), y: middle.y - 120 * Math.cos(angle) };
});

export const fiveNodes: Figure = {
  name: 'five-nodes',
  draw(language) {
    const words = say[language];
    const asked = nodes.reduce((left, node) => (node.x < left.x ? node : left));
    return svg(640, 330, [
      ...nodes.flatMap((a, place) =>
        nodes.slice(place + 1).map((b) => line(a.x, a.y, b.x, b.y, 'stroke="var(--diagram-muted)" stroke-width="1.2"')),
      ),
      line(130, asked.y, asked.x - 30, asked.y, 'stroke="var(--diagram-accent)" stroke-width="2"'),
      `<path d="M${asked.x - 38} ${asked.y - 6} L${asked.x - 26} ${asked.y} L${asked.x - 38} ${asked.y + 6} Z" fill="var(--diagram-accent)"/>`,
      quiet(195, asked.y - 10, words.http, 'text-anchor="middle"'),
      quiet(middle.x, 318, words.raft, 'text-anchor="middle"'),
      circle(90, asked.y, 40),
      text(90, asked.y + 5, words.you, 'text-anchor="middle" font-weight="600"'),
      ...nodes.flatMap(({ name, x, y }) => [
        circle(x, y, 26),
        text(x, y + 5, name, 'text-anchor="middle" font-weight="600"'),
      ]),
    ]);
  },
};

const circle = (x: number, y: number, r: number): string =>
  `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r}" fill="var(--diagram-background)" stroke="var(--diagram-accent)" stroke-width="2"/>`;
