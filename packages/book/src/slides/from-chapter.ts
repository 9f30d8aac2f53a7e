/**
 * A chapter's slides, out of the chapter itself. A section that has a slide says so in a comment under its heading:
 *
 *     <!-- slide
 *     [[diagram]]
 *     - a point
 *     -->
 *
 * `[[diagram]]`, `[[figure]]`, `[[table]]`, `[[code]]` and `[[output]]` stand for the first of that section. What the section says
 * in sentences becomes the speaker's notes.
 */

export interface Slide {
  title: string;
  /** Markdown, without pictures. */
  text: string;
  picture: Picture | undefined;
  notes: string;
}

export type Picture = { kind: 'mermaid'; code: string } | { kind: 'figure'; file: string; words: string };

export interface Deck {
  title: string;
  slides: Slide[];
}

const mark = /^<!-- slide\n(.*?)^-->\n/ms;
const fence = /^```.*?^```$/gms;
const figure = /^!\[(.*?)\]\((.*?\.svg)\)$/m;

export function deckOf(chapter: string): Deck {
  const [opening = '', ...sections] = chapter.split(/^(?=#{2,3} )/m);
  return {
    title: opening.match(/^# (.*)$/m)?.[1] ?? '',
    slides: sections.flatMap((section) => {
      const slide = slideOf(section);
      return slide ? [slide] : [];
    }),
  };
}

function slideOf(section: string): Slide | undefined {
  const asked = section.match(mark)?.[1];
  if (asked === undefined) return undefined;
  const title = section.match(/^#+ (.*)$/m)?.[1] ?? '';
  const said = section.replace(mark, '').replace(/^#+ .*\n/, '');
  let picture: Picture | undefined;
  const text = asked.replaceAll(/^\[\[(\w+)\]\]\n?/gm, (_all, name: string) => {
    if (name === 'diagram' || name === 'figure') {
      picture = pictureIn(said, name, title);
      return '';
    }
    return `${blockIn(said, name, title)}\n`;
  });
  return { title, text: withoutFiles(text.trim()), picture, notes: notesOf(said) };
}

function pictureIn(section: string, name: 'diagram' | 'figure', title: string): Picture {
  const code = section.match(/^```mermaid\n(.*?)^```$/ms)?.[1];
  if (name === 'diagram' && code) return { kind: 'mermaid', code };
  const [, words, file] = section.match(figure) ?? [];
  if (name === 'figure' && words !== undefined && file) return { kind: 'figure', words, file };
  throw new Error(`Cannot make the slide "${title}": it asks for the first ${name} of its section, and there is none`);
}

function blockIn(section: string, name: string, title: string): string {
  const shapes: Record<string, RegExp> = {
    table: /^\|.*\|\n(?:\|.*\|\n?)+/m,
    code: /^```(?:ts|sh)\n.*?^```$/ms,
    output: /^```text\n.*?^```$/ms,
  };
  const found = shapes[name] && section.match(shapes[name])?.[0];
  if (found) return found.trimEnd();
  throw new Error(`Cannot make the slide "${title}": it asks for the first ${name} of its section, and there is none`);
}

/** Links to files of the repository lead nowhere from a slide. */
const withoutFiles = (markdown: string): string => markdown.replaceAll(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, '$1');

/** The sentences: no code, no tables, no pictures. */
const notesOf = (section: string): string =>
  section
    .replaceAll(fence, '')
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '' && !/^([|!<]|#)/.test(block))
    .join('\n\n')
    .replaceAll('--', '—');
