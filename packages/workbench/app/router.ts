/** The page's address behind `#`: which page, and what it shows. `#/playground?nodes=3` */
import { computed, signal } from '@preact/signals';

export const pageNames = ['playground', 'grade', 'cluster', 'book'] as const;
export type PageName = (typeof pageNames)[number];

export interface Route {
  page: PageName;
  /** What follows the page's name in the path: `election` in `#/grade/election`. */
  rest: string[];
  query: URLSearchParams;
}

const hash = signal(location.hash);
addEventListener('hashchange', ({ newURL }) => {
  // What was asked for; by now somebody may have written another moment into the address.
  hash.value = new URL(newURL).hash;
});

export const route = computed<Route>(() => parse(hash.value));

function parse(text: string): Route {
  const [path = '', query = ''] = text.replace(/^#\/?/, '').split(/\?(.*)/s);
  const [name = '', ...rest] = path.split('/').map(decodeURIComponent);
  const page = pageNames.find((each) => each === name) ?? 'playground';
  return { page, rest, query: new URLSearchParams(query) };
}

export const linkTo = (page: PageName, query = ''): string => `#/${page}${query ? `?${query}` : ''}`;

/** Changes what the address says, without a step in the browser's history and without a `hashchange`. */
export function replaceAddress(page: PageName, query: string): void {
  history.replaceState(history.state, '', linkTo(page, query));
}
