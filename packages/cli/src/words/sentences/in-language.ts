/** What a suite says in English, in the language of whoever reads it. The suites' own sentences stay where the checks are. */
import { language } from '../language.ts';

/** Who reads English need not load them. */
const books = language() === 'ja' ? await import('./books.ts') : undefined;

/** The sentence as it was given where nobody has translated it. */
export function inLanguage(stage: string, sentence: string): string {
  return (language() === 'ja' && books?.bookOf(stage).find(sentence)) || sentence;
}
