/** Codes that people read aloud and type: of letters and digits that nobody takes for each other. */
import { randomInt } from 'node:crypto';

const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** Of so many letters, in fours: `K7QX-M2WD`. Each is worth almost five bits. */
export const drawnCode = (length: number): string =>
  inFours(Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join(''));

/** A code of so many letters, however somebody has typed it. */
export function parsedCode(text: string, length: number): string | undefined {
  const letters = lettersOf(text);
  const isCode = letters.length === length && [...letters].every((letter) => alphabet.includes(letter));
  return isCode ? inFours(letters) : undefined;
}

/** As people type it: in small letters, with blanks, or without the dashes. */
export const lettersOf = (text: string): string => text.toUpperCase().replaceAll(/[\s-]/g, '');

const inFours = (letters: string): string => letters.match(/.{1,4}/g)?.join('-') ?? '';
