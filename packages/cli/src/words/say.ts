/** Says something in the language of whoever reads it. `say('next-grade', { command })`. */
import { filled, type Names, type Values } from './catalogue.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { type Language, language } from './language.ts';

type Key = keyof typeof en;

/** Those that take no values. */
export type PlainKey = { [K in Key]: [Names<(typeof en)[K]>] extends [never] ? K : never }[Key];

type Given<Text extends string> = [Names<Text>] extends [never] ? [] : [values: Values<Text>];

/** What is said without values, or with these and no others. */
export function say<K extends Key>(key: K, ...[values]: Given<(typeof en)[K]>): string {
  return filled(catalogues[language()][key], values ?? {});
}

const catalogues: Record<Language, Record<Key, string>> = { en, ja };
