/** The site: VitePress over the files of docs/, in two languages, with a search that needs nobody else. */
import { relative } from 'node:path';
import { type DefaultTheme, defineConfig, type UserConfig } from 'vitepress';
import { type Language, languages, words } from '../../src/languages.ts';
import { type Page, type Part, pages } from '../../src/pages.ts';
import { docs, siteFolder, siteSource } from '../../src/places.ts';
import { ours } from '../../src/site/markdown.ts';
import { marker } from '../../src/site/relative.ts';
import { slug } from '../../src/slug.ts';
import { tokens } from '../../src/tokens.ts';

const all = pages();
const known = languages.filter((language) => all.some((page) => page.language === language));

/** Three nodes that agree. */
const icon = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="#2563eb"><circle cx="8" cy="3.5" r="3"/><circle cx="3.5" cy="12" r="3"/><circle cx="12.5" cy="12" r="3"/></svg>')}`;

export default defineConfig({
  srcDir: relative(siteSource, docs),
  srcExclude: ['*.md', 'figures/**'],
  outDir: relative(siteSource, process.env.WEEKEND_BOOK_SITE ?? siteFolder),
  rewrites: Object.fromEntries(all.map(({ source, route }) => [source, route])),
  base: process.env.WEEKEND_BOOK_BASE ?? marker,
  // A test looks at every link of what was built, and at anchors, too.
  ignoreDeadLinks: true,
  title: words.en.title,
  description: words.en.description,
  lang: 'en',
  locales: Object.fromEntries(known.map((language) => [language, locale(language)])),
  markdown: { config: ours, anchor: { slugify: slug }, theme: { light: 'github-light', dark: 'github-dark' } },
  head: [
    ['meta', { name: 'theme-color', content: '#2563eb' }],
    ['link', { rel: 'icon', href: icon }],
  ],
  themeConfig: {
    search: { provider: 'local', options: search() },
    i18nRouting: true,
  },
  vite: { build: { chunkSizeWarningLimit: 1500 } },
} satisfies UserConfig<DefaultTheme.Config>);

function locale(language: Language) {
  const say = words[language];
  return {
    label: say.name,
    lang: language,
    link: `/${language}/`,
    title: say.title,
    description: say.description,
    themeConfig: {
      nav: [{ text: say.slides, link: `/slides/${language}/index.html`, target: '_self' }],
      sidebar: [group(say.chapters, language, ['chapter', 'appendix']), group(say.mentor, language, ['mentor'])].filter(
        ({ items }) => items.length > 0,
      ),
      outline: { level: [2, 3] as [number, number], label: say.onThisPage },
      docFooter: { prev: say.previous, next: say.next },
      darkModeSwitchLabel: say.appearance,
      lightModeSwitchTitle: say.appearance,
      darkModeSwitchTitle: say.appearance,
      sidebarMenuLabel: say.menu,
      returnToTopLabel: say.top,
      langMenuLabel: say.language,
      notFound: { title: say.notFound, quote: '', linkText: say.home, link: `/${language}/` },
    },
  };
}

function group(
  text: string,
  language: Language,
  parts: Part[],
): { text: string; items: { text: string; link: string }[] } {
  const link = ({ route }: Page) => `/${route.replace(/(index)?\.md$/, '')}`;
  const mine = all.filter((page) => page.language === language && parts.includes(page.part));
  return { text, items: mine.map((page) => ({ text: page.title, link: link(page) })) };
}

function search(): DefaultTheme.LocalSearchOptions {
  return {
    miniSearch: { options: { tokenize: tokens }, searchOptions: { combineWith: 'AND', prefix: true, fuzzy: 0.1 } },
    locales: Object.fromEntries(
      known.map((language) => {
        const say = words[language];
        const modal = {
          displayDetails: say.details,
          resetButtonTitle: say.clear,
          backButtonTitle: say.back,
          noResultsText: say.noResults,
          footer: { selectText: say.choose, navigateText: say.navigate, closeText: say.close },
        };
        return [language, { translations: { button: { buttonText: say.search, buttonAriaLabel: say.search }, modal } }];
      }),
    ),
  };
}
