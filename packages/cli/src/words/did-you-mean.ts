/** What a sentence says of a name that is nearly right. */
import { nearest } from '../nearest.ts';
import { say } from './say.ts';

/** ` (did you mean "election"?)` for the middle of a sentence, in whatever language; empty if no name is near. */
export function didYouMean(word: string, names: readonly string[]): string {
  const name = nearest(word, names);
  return name === undefined ? '' : say('meant', { name });
}
