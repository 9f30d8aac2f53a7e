/** The book, its language, and its search. */
import { computed, signal } from '@preact/signals';
import { tokens } from '@weekend/book/tokens';
import MiniSearch from 'minisearch';
import type { BookIndex, Chapter } from '../../../server/wire.ts';
import { route } from '../../router.ts';
import { ask } from '../server.ts';

export const book = signal<BookIndex | undefined>(undefined);
export const trouble = signal('');
export const query = signal('');

export const chapter = computed<Chapter | undefined>(
  () => book.value?.chapters.find(({ id }) => id === route.value.rest[0]) ?? book.value?.chapters[0],
);

/** The section that the address names, as the id of its heading. */
export const section = computed<string | undefined>(() => {
  const name = route.value.rest[1];
  return name && chapter.value ? `${chapter.value.id}/${name}` : undefined;
});

export async function openBook(language: string): Promise<void> {
  try {
    book.value = await ask<BookIndex>(`/api/book/${encodeURIComponent(language)}`);
    trouble.value = '';
  } catch (error) {
    trouble.value = String(error);
  }
}

interface Found {
  id: string;
  chapter: string;
  title: string;
  excerpt: string;
}

const index = computed(() => {
  const search = new MiniSearch<{ id: string; title: string; text: string; chapter: string }>({
    fields: ['title', 'text'],
    storeFields: ['title', 'text', 'chapter'],
    tokenize: tokens,
    processTerm: (term) => term,
    searchOptions: { boost: { title: 3 }, prefix: true, fuzzy: 0.15, combineWith: 'AND' },
  });
  for (const { id, title: name, sections } of book.value?.chapters ?? [])
    for (const each of sections)
      search.add({ id: `${id}/${each.id}`, title: each.title, text: each.text, chapter: name });
  return search;
});

export const found = computed<readonly Found[]>(() => {
  const words = query.value.trim();
  if (words === '') return [];
  return index.value
    .search(words)
    .slice(0, 12)
    .map(({ id, title, text, chapter: name, terms }) => ({ id, title, chapter: name, excerpt: around(text, terms) }));
});

/** The place where the first of the words stands. */
function around(text: string, terms: readonly string[]): string {
  const flat = text.replaceAll(/\s+/g, ' ');
  const places = terms.map((term) => flat.toLowerCase().indexOf(term)).filter((place) => place >= 0);
  const from = Math.max(0, Math.min(...places, flat.length) - 40);
  const start = places.length === 0 ? 0 : from;
  return `${start > 0 ? '… ' : ''}${flat.slice(start, start + 130)}${flat.length > start + 130 ? ' …' : ''}`;
}
