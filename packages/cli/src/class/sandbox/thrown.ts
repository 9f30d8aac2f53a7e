/** What a handler threw, as it goes over the line. Whatever was thrown, to look at it throws nothing. */
import type { ThrownError } from '../wire/words.ts';

const mostFrames = 20;
const mostText = 2_000;

/** Without a name where it was no error. */
export function describe(error: unknown): ThrownError {
  try {
    if (!(error instanceof Error)) return { name: '', message: cut(String(error)), frames: [] };
    const lines = String(error.stack ?? '').split('\n');
    const frames = lines.filter((line) => line.trim().startsWith('at ')).slice(0, mostFrames);
    return { name: cut(String(error.name)), message: cut(String(error.message)), frames: frames.map(cut) };
  } catch {
    return { name: '', message: 'something that can not be looked at', frames: [] };
  }
}

const cut = (text: string): string => text.slice(0, mostText);
