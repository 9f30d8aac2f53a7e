/** The three roles of a server, and what leads from one to another (§5.1, after the paper's Figure 4). */
import type { Language } from '../languages.ts';
import { type Figure, svg, text } from './chart.ts';

const say = {
  en: {
    follower: 'follower',
    candidate: 'candidate',
    leader: 'leader',
    boots: 'boots',
    silence: ['hears no leader', 'for a whole timeout'],
    nobody: 'nobody wins: a new term',
    wins: ['has the votes', 'of a majority'],
    hears: 'hears the leader of its term, or a newer term',
    newer: 'hears a newer term',
  },
  ja: {
    follower: 'フォロワー',
    candidate: '候補者',
    leader: 'リーダー',
    boots: '起動',
    silence: ['タイムアウトの間', 'リーダーの声を聞かない'],
    nobody: '誰も勝たない：新しい任期',
    wins: ['過半数の票を', '得た'],
    hears: '同じ任期のリーダー、または新しい任期を知る',
    newer: '新しい任期を知る',
  },
} satisfies Record<Language, unknown>;

export const roles: Figure = {
  name: 'roles',
  draw(language) {
    const words = say[language];
    return svg(720, 310, [
      '<defs><marker id="role-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 1 L10 5 L0 9 Z" fill="var(--diagram-accent)"/></marker></defs>',
      arrow('M20 140 L56 140'),
      text(20, 126, words.boots),
      arrow('M196 140 L288 140'),
      ...words.silence.map((each, place) => text(242, 76 + place * 17, each, 'text-anchor="middle"')),
      arrow('M432 140 L524 140'),
      ...words.wins.map((each, place) => text(478, 76 + place * 17, each, 'text-anchor="middle"')),
      arrow('M330 112 C310 30 410 30 390 112'),
      text(360, 34, words.nobody, 'text-anchor="middle"'),
      arrow('M350 168 C330 222 170 222 146 170'),
      text(308, 224, words.hears, 'text-anchor="middle"'),
      arrow('M600 168 C560 320 120 320 98 170'),
      text(360, 300, words.newer, 'text-anchor="middle"'),
      ...role(58, words.follower),
      ...role(292, words.candidate),
      ...role(526, words.leader),
    ]);
  },
};

const role = (x: number, name: string): string[] => [
  `<rect x="${x}" y="112" width="138" height="56" rx="28" fill="var(--diagram-background)" stroke="var(--diagram-accent)" stroke-width="2"/>`,
  text(x + 69, 145, name, 'text-anchor="middle" font-weight="600"'),
];

const arrow = (path: string): string =>
  `<path d="${path}" fill="none" stroke="var(--diagram-muted)" stroke-width="1.5" marker-end="url(#role-arrow)"/>`;
