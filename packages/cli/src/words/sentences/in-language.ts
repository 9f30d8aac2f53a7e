/** What a suite says in English, in the language of whoever reads it. The suites' own sentences stay where the checks are. */
import { language } from '../language.ts';

/** Who reads English need not load them. */
let books = language() === 'ja' ? await import('./books.ts') : undefined;

/** For a process whose reader has just chosen another language. */
export async function openBooks(): Promise<void> {
  if (language() === 'ja') books ??= await import('./books.ts');
}

/** The sentence as it was given where nobody has translated it. */
export function inLanguage(stage: string, sentence: string): string {
  return (language() === 'ja' && books?.bookOf(stage).find(sentence)) || sentence;
}
