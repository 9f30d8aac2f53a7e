/** What is in a submission, be it a folder or an archive. */

export interface Entry {
  /** From the submission's root, with `/`. */
  path: string;
  kind: 'file' | 'link' | 'other';
  /** In bytes. */
  bytes: number;
  /** Its whole text, of a file that is small enough. */
  read(): Promise<Buffer>;
}

/** Why a submission, or a stage of it, can not be taken as it is: a sentence for the student, without its full stop. */
export class Refused extends Error {
  override name = 'Refused';
}

/** More things than this are not looked at. */
export const mostEntries = 20_000;

/** No stub and no part of one is larger. */
export const mostBytes = 256 * 1024;

export const tooMany = (): Refused =>
  new Refused(`there are more than ${mostEntries} files in it; wanted the stubs and little else`);

/** A path that stays inside, as it is written in an archive. Throws `Refused` for any other. */
export function inside(path: string): string {
  const parts = path.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
  const leadsOut = parts.includes('..') || /^([\\/]|[A-Za-z]:)/.test(path) || path.includes('\0');
  if (leadsOut) throw outside(path);
  return parts.join('/');
}

export const outside = (path: string): Refused =>
  new Refused(`its archive names "${shortened(path)}", which lies outside of it; wanted only paths inside`);

export const shortened = (path: string): string =>
  (path.length > 80 ? `${path.slice(0, 79)}…` : path).replaceAll(/[^\x20-\x7e\u00a1-\uffff]/g, '?');

/** 262144 as `256 kB`. */
export function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const unit = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  const amount = bytes / 2 ** (10 * unit);
  return `${amount >= 10 || unit === 0 ? Math.round(amount) : amount.toFixed(1)} ${units[unit]}`;
}
