/** What every page has around it: the bar on top, the page, and the voice for screen readers. */
import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentType } from 'preact';
import { LiveRegion } from './announce.tsx';
import { linkTo, type PageName, pageNames, route } from './router.ts';
import { theme, toggleTheme } from './theme.ts';
import { chooseLanguage, language, words } from './words/words.ts';

/** Each page is loaded when it is first opened. */
const pages: Record<PageName, () => Promise<ComponentType>> = {
  playground: async () => (await import('./pages/playground/page.tsx')).Playground,
  grade: async () => (await import('./pages/grade/page.tsx')).Grade,
  cluster: async () => (await import('./pages/cluster/page.tsx')).Cluster,
  book: async () => (await import('./pages/book/page.tsx')).Book,
};

export const Shell = () => (
  <>
    <button type="button" class="skip" onClick={skipToMain}>
      {words.value.shell.skip}
    </button>
    <TopBar />
    <main id="main" tabIndex={-1}>
      <Page />
    </main>
    <LiveRegion />
  </>
);

function skipToMain(): void {
  document.getElementById('main')?.focus();
}

const TopBar = () => (
  <header class="topbar">
    <a class="brand" href={linkTo('playground')} aria-label="Raft Weekend">
      <Mark />
      <span>Raft Weekend</span>
    </a>
    <nav aria-label={words.value.shell.pages}>
      {pageNames.map((name) => (
        <a key={name} href={linkTo(name)} aria-current={route.value.page === name ? 'page' : undefined}>
          {words.value.shell.titles[name]}
        </a>
      ))}
    </nav>
    <OtherLanguage />
    <button
      type="button"
      class="icon-button"
      aria-label={theme.value === 'dark' ? words.value.shell.useLight : words.value.shell.useDark}
      title={theme.value === 'dark' ? words.value.shell.light : words.value.shell.dark}
      onClick={toggleTheme}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        {theme.value === 'dark' ? (
          <path d="M10 3v2m0 10v2m7-7h-2M5 10H3m11.9-4.9-1.4 1.4m-7 7-1.4 1.4m0-9.8 1.4 1.4m7 7 1.4 1.4M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z" />
        ) : (
          <path d="M16.5 12A7 7 0 0 1 8 3.5 7 7 0 1 0 16.5 12Z" />
        )}
      </svg>
    </button>
  </header>
);

/** In the words of the language that it leads to: whoever needs it may not read the other. */
const OtherLanguage = () =>
  language.value === 'ja' ? (
    <button type="button" class="language" lang="en" aria-label="Show in English" onClick={() => chooseLanguage('en')}>
      English
    </button>
  ) : (
    <button type="button" class="language" lang="ja" aria-label="日本語で表示" onClick={() => chooseLanguage('ja')}>
      日本語
    </button>
  );

const Mark = () => (
  <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
    <path d="M16 5.5 25 10.7v10.6L16 26.5 7 21.3V10.7z" />
    <circle class="first" cx="16" cy="5.5" r="3.6" />
    <circle cx="25" cy="21.3" r="3.6" />
    <circle cx="7" cy="21.3" r="3.6" />
  </svg>
);

const Page = () => {
  const shown = useSignal<{ name: PageName; Component: ComponentType } | { name: PageName; error: string } | undefined>(
    undefined,
  );
  useSignalEffect(() => {
    const name = route.value.page;
    if (shown.peek()?.name === name) return;
    // Somebody may have gone on to another page, which came first.
    const show = (page: NonNullable<typeof shown.value>): void => {
      if (route.peek().page === name) shown.value = page;
    };
    pages[name]().then(
      (Component) => show({ name, Component }),
      (error: unknown) => show({ name, error: String(error) }),
    );
  });
  useSignalEffect(() => {
    document.title = `${words.value.shell.titles[route.value.page]} · Raft Weekend`;
  });
  const page = shown.value;
  const { titles, opening, notLoaded } = words.value.shell;
  if (page === undefined) return <p class="quiet pad">{opening(titles[route.value.page])}</p>;
  if ('error' in page)
    return (
      <p class="notice bad pad" role="alert">
        {notLoaded(titles[page.name], page.error)}
      </p>
    );
  return <page.Component />;
};
