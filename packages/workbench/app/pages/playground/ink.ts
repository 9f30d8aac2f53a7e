/** The colours of the page as a canvas needs them: read from the style sheet once for each theme. */

import { termColour, termColours } from '../../term-colour.ts';
import type { Words } from '../../words/en.ts';

export interface Ink {
  paper: string;
  line: string;
  faint: string;
  text: string;
  alarm: string;
  accent: string;
  onTerm: string;
  font: string;
  term(term: number | null): string;
}

export function readInk(element: Element): Ink {
  const style = getComputedStyle(element);
  const value = (name: string): string => style.getPropertyValue(name).trim();
  const terms = Array.from({ length: termColours }, (_, i) => value(`--term-${i}`));
  return {
    paper: value('--surface'),
    line: value('--ring-line'),
    faint: value('--faint'),
    text: value('--text'),
    alarm: value('--alarm'),
    accent: value('--accent'),
    onTerm: value('--on-term'),
    font: style.fontFamily,
    term: (term) => terms[termColour(term)] ?? value('--text'),
  };
}

/** Where it is used. */
export interface Canvas {
  pen: CanvasRenderingContext2D;
  /** In pixels of the page. */
  side: number;
  ratio: number;
  ink: Ink;
  /** What is written into the picture. */
  words: Pick<Words['playground'], 'whys' | 'client'>;
}
