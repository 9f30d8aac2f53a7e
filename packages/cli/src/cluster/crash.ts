/** Nodes that went down by themselves, and why, as far as their last words tell. */
import { harmless } from '../paper.ts';
import { say } from '../words/say.ts';
import { lastWords } from './booting.ts';
import type { Fleet } from './fleet.ts';
import type { Sighting } from './observe.ts';

export interface Crash {
  id: string;
  /** Its last words: one line, and then where in the code it was. */
  words: string;
  /** If it met a part of a stub that is still to be written: what of it, as the stub says it. */
  notWritten?: string;
}

/** The first node that has stopped, though nobody stopped it. */
export async function crashAmong(fleet: Fleet, sightings: readonly Sighting[]): Promise<Crash | undefined> {
  const stopped = sightings.find(({ life }) => life === 'stopped');
  if (!stopped) return undefined;
  const words =
    harmless(await lastWords(fleet, stopped.id)).trim() || say('cluster-said-nothing', { node: stopped.id });
  const notWritten = /not written yet: .*/.exec(words)?.[0];
  return { id: stopped.id, words, ...(notWritten && { notWritten }) };
}

/** Its first line, for a sentence. */
export const inShort = ({ id, words, notWritten }: Crash): string =>
  notWritten ? say('cluster-met-unwritten', { node: id, what: notWritten }) : (words.split('\n')[0] as string);
