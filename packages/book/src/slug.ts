/**
 * The anchor of a heading: its words, in lower case, with a dash between them. Characters stay as they are written: what
 * VitePress makes by itself takes Japanese ones apart, and then a link that somebody types leads nowhere.
 */
export const slug = (heading: string): string =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
