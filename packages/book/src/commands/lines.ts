/** The commands of the book: line by line, as a reader types them. */
import { blocksOf } from '../code-blocks.ts';
import { type Page, pages, textOf } from '../pages.ts';

export interface Line {
  source: string;
  text: string;
  notRun: string | undefined;
}

/** What stands in ```sh, without what a comment says of it. */
export const linesOf = (page: Page): Line[] =>
  blocksOf(textOf(page))
    .filter(({ language }) => language === 'sh')
    .flatMap(({ code, notRun }) =>
      code
        .split('\n')
        .map((line) => line.replace(/\s+#.*$/, '').trim())
        .filter((text) => text !== '')
        .map((text) => ({ source: page.source, text, notRun })),
    );

/** What a sentence names: `npx weekend hint election`. */
export const namedIn = (page: Page): Line[] =>
  [...textOf(page).matchAll(/(?<!`)`((?:npx|pnpm|npm|docker) [^`\n…]+)`/g)].map(([, text = '']) => ({
    source: page.source,
    text,
    notRun: 'named in a sentence',
  }));

/** In the order of the book. */
export const toRun = (): Page[] => pages().filter(({ language }) => language === 'en');

export const isDocker = ({ text }: Line): boolean => /^docker |--runtime docker|generate-compose/.test(text);

/** A command as words. Nothing in the book needs more of a shell than that. */
export const wordsOf = (text: string): string[] => text.split(/\s+/);
