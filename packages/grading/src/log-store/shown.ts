/** Values as a story shows them: in one short line. */

const longest = 90;
const endShown = 22;

/** Plain data, as JSON; what is undefined is said so. */
export function shown(value: unknown): string {
  if (value === undefined) return 'undefined';
  const text = JSON.stringify(value, (_key, inner) => (inner === undefined ? nothing : inner)) ?? String(value);
  return clipped(text.replaceAll(JSON.stringify(nothing), 'undefined'));
}

const nothing = '(undefined)';

/** A text of the store's: zeros are told apart from nothing. */
export const asText = (text: string): string => (text === '' ? '(nothing)' : clipped(visible(text)));

function visible(text: string): string {
  return Array.from(text, (character) => (character < ' ' ? pictureOf(character) : character)).join('');
}

/** The control pictures of Unicode: ␀ for zero. */
const pictureOf = (control: string): string => String.fromCharCode(0x2400 + control.charCodeAt(0));

export function clipped(text: string, most = longest): string {
  return text.length <= most ? text : `${text.slice(0, most - endShown - 3)} … ${text.slice(-endShown)}`;
}
