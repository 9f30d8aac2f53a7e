/** The flags that every command takes: `--lang en|ja` and `--plain`. */
import { CannotRun } from '../cannot-run.ts';
import { didYouMean } from './did-you-mean.ts';
import { languages, speak } from './language.ts';
import { say } from './say.ts';

/** Does what they say, for this process and those that it starts, and gives the words without them. */
export function heedFlags(words: readonly string[]): string[] {
  const rest: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    // What follows is somebody else's.
    if (word === '--') return [...rest, ...words.slice(i)];
    if (word === '--plain') bePlain();
    else if (word === '--lang') speak(chosen(words[++i]));
    else if (word.startsWith('--lang=')) speak(chosen(word.slice('--lang='.length)));
    else rest.push(word);
  }
  return rest;
}

/** No colours, no links, nothing drawn over. */
function bePlain(): void {
  process.env.WEEKEND_PLAIN = '1';
  process.env.NO_COLOR = '1';
}

function chosen(word: string | undefined): (typeof languages)[number] {
  const found = languages.find((each) => each === word);
  if (found) return found;
  const meant = didYouMean(word ?? '', languages);
  const is = word === undefined ? say('lang-missing') : say('lang-unknown', { word, meant });
  const [some, last] = languages;
  throw new CannotRun(say('lang-wrong', { is, languages: say('or', { some, last }) }));
}
