/** What the checks of a run say in English, as the server tells it in the reader's language: the command has all of it translated. */
import { signal } from '@preact/signals';
import { language } from '../../words/words.ts';
import { ask } from '../server.ts';

/** The last of the stages that the playground plays: what is said of it includes what is said of those before it. */
const stage = 'kv-store';

/** By language and sentence. */
const told = signal<Readonly<Record<string, string>>>({});
const asked = new Map<string, Promise<string>>();

/** As it was given, until it has been told. */
export function inWords(sentence: string): string {
  void toldInWords(sentence);
  return told.value[keyOf(sentence)] ?? sentence;
}

export function toldInWords(sentence: string): Promise<string> {
  const key = keyOf(sentence);
  const found = asked.get(key) ?? (language.value === 'en' ? Promise.resolve(sentence) : fetched(key, sentence));
  asked.set(key, found);
  return found;
}

const keyOf = (sentence: string): string => `${language.value} ${sentence}`;

async function fetched(key: string, sentence: string): Promise<string> {
  const path = `/api/told/${stage}?${new URLSearchParams({ sentence })}`;
  const answer = await ask<{ sentence: string }>(path).catch(() => ({ sentence }));
  told.value = { ...told.value, [key]: answer.sentence };
  return answer.sentence;
}
