/** Every page of the book: which file it is written in, and where it stands on the site. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages } from './languages.ts';
import { docs } from './places.ts';

export type Part = 'chapter' | 'appendix' | 'mentor';

export interface Page {
  language: Language;
  part: Part;
  /** From `docs`, as `book/en/03-raft.md`. */
  source: string;
  /** On the site, as `en/03-raft.md`. */
  route: string;
  title: string;
}

/** In the order in which they are read. A language that has no chapters yet has no pages. */
export const pages = (): Page[] => languages.flatMap(bookOf);

export const textOf = ({ source }: Pick<Page, 'source'>): string => readFileSync(join(docs, source), 'utf8');

function bookOf(language: Language): Page[] {
  const book = filesIn(`book/${language}`).map((name) =>
    page(
      language,
      /^\d/.test(name) ? 'chapter' : 'appendix',
      `book/${language}/${name}`,
      `${language}/${routeOf(name)}`,
    ),
  );
  const mentor = filesIn(`mentor/${language}`).map((name) =>
    page(language, 'mentor', `mentor/${language}/${name}`, `${language}/mentor/${name}`),
  );
  return [...book, ...mentor];
}

/** The introduction is where a language begins. */
const routeOf = (name: string): string => (name.startsWith('00-') ? 'index.md' : name);

/** Numbered ones come first, since digits sort before letters. */
const filesIn = (folder: string): string[] =>
  existsSync(join(docs, folder))
    ? readdirSync(join(docs, folder))
        .filter((name) => name.endsWith('.md'))
        .sort()
    : [];

function page(language: Language, part: Part, source: string, route: string): Page {
  const title = textOf({ source }).match(/^# (.*)$/m)?.[1];
  if (!title) throw new Error(`Cannot place docs/${source}: it has no title; wanted a first line "# …"`);
  return { language, part, source, route, title };
}
