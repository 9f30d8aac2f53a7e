/** What a board refuses, in the language of whoever reads it: the board itself speaks English. */
import { type PlainKey, say } from '../words/say.ts';

export function inOurWords(refusal: string): string {
  const key = plain[refusal];
  if (key !== undefined) return say(key);
  for (const { pattern, say: told } of withValue) {
    const value = pattern.exec(refusal)?.[1];
    if (value !== undefined) return told(value);
  }
  return refusal;
}

const plain: Readonly<Record<string, PlainKey>> = {
  'a name has 1 to 30 letters': 'refused-name',
  'a name has 1 to 30 letters, in one line': 'refused-name-lines',
  'too many requests from this machine; wait a second': 'refused-often',
  'too many joined from this machine; wait a minute': 'refused-many',
  'this is not the code of this board': 'refused-code',
  'whoever reports has to join first': 'refused-unknown',
};

const withValue: readonly { pattern: RegExp; say(value: string): string }[] = [
  { pattern: /^there is something else at (.+)$/, say: (place) => say('refused-elsewhere', { place }) },
  { pattern: /^nobody answers at (.+)$/, say: (place) => say('refused-silent', { place }) },
  { pattern: /^the board is full: (\d+) have joined$/, say: (count) => say('refused-full', { count }) },
];
