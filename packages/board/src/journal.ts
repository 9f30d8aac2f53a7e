/**
 * What the board knows, on disk: one entry a line, synced before it is answered, so that a board that is killed comes back as
 * it was. The last line may be half written; it was never answered, so it is cut off.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Entry, enter, entriesOf, isNews, type Register } from './register.ts';
import { fromJson, isRecord } from './report.ts';

export interface Journal {
  register: Register;
  /** True once it is on the disk; false, and nothing is written, where it changes nothing. */
  enter(entry: Entry): boolean;
  close(): void;
}

/** Opens the journal, and writes it anew with what still counts, so that it does not grow from day to day. */
export function openJournal(file: string): Journal {
  const register: Register = new Map();
  for (const entry of entriesIn(file)) if (isNews(register, entry)) enter(register, entry);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const anew = `${file}.new`;
  writeFileSync(anew, [...entriesOf(register)].map(asLine).join(''), { mode: 0o600, flush: true });
  renameSync(anew, file);
  const to = openSync(file, 'a', 0o600);
  return {
    register,
    enter(entry) {
      if (!isNews(register, entry)) return false;
      writeSync(to, asLine(entry));
      fsyncSync(to);
      enter(register, entry);
      return true;
    },
    close: () => closeSync(to),
  };
}

const asLine = (entry: Entry): string => `${JSON.stringify(entry)}\n`;

/** Only what ends in a newline was written to its end. */
function entriesIn(file: string): Entry[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    return lines.map(fromJson).filter(isRecord) as unknown as Entry[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
