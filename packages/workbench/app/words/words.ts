/**
 * The words of the pages in the reader's language: the one that somebody has chosen here, else the one that the command was
 * told, else the browser's. The server follows, since grades, hints and what becomes of an order are told by it.
 */
import { batch, effect, signal } from '@preact/signals';
import { type Language, languages } from '../../server/language.ts';
import { en, type Words } from './en.ts';

export const language = signal<Language>('en');

export const words = signal<Words>(en);

/** Whoever reads English does not load the others. */
const load: Record<Language, () => Promise<Words>> = {
  en: async () => en,
  ja: async () => (await import('./ja.ts')).ja,
};

const key = 'weekend-language';

const known = (text: string | null | undefined): Language | undefined =>
  languages.find((each) => text?.toLowerCase().split('-')[0] === each);

/** In the page as it came. */
let server = known(document.documentElement.dataset.command);

export function firstWords(): Promise<void> {
  const wished = navigator.languages.map(known).find((each) => each !== undefined);
  return speak(known(localStorage.getItem(key)) ?? server ?? wished ?? 'en');
}

export function chooseLanguage(chosen: Language): Promise<void> {
  localStorage.setItem(key, chosen);
  return speak(chosen);
}

async function speak(chosen: Language): Promise<void> {
  const [loaded] = await Promise.all([load[chosen](), tellServer(chosen)]);
  batch(() => {
    language.value = chosen;
    words.value = loaded;
  });
}

/** A server that does not answer is told of by every page already. */
async function tellServer(chosen: Language): Promise<void> {
  if (chosen === (server ?? 'en')) return;
  const told = await fetch(`/api/language/${chosen}`, { method: 'POST' }).catch(() => undefined);
  if (told?.ok) server = chosen;
}

effect(() => {
  document.documentElement.lang = language.value;
});
