/** K31: a checksum that does not see the order of what it sums. */
import { recorded } from '../around.ts';

const sum = (text: string) => Array.from(text, (character) => character.charCodeAt(0)).reduce((a, b) => a + b, 0);

export const logStore = recorded(
  (body) => `${sum(body)}:${body}`,
  (value) => {
    const body = value.slice(value.indexOf(':') + 1);
    return value.startsWith(`${sum(body)}:`) ? body : undefined;
  },
);
