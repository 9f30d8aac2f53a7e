/** Submissions for tests: the reference with a piece replaced, each in a folder of its own that is gone afterwards. */
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from '../src/places.ts';
import { findStage, reference } from '../src/stages.ts';

export const election = findStage('election', 'test');

const solution = (path: string): string => join(root, 'solutions', path);

/** A lineup with clients: the references of all that is written by Sunday evening. */
export const sunday = {
  election: reference(election),
  'log-replication': solution('04-log-replication/log-replication.ts'),
  'kv-store': solution('05-kv-store/kv-store.ts'),
};

export const referenceText = readFileSync(reference(election), 'utf8');

/** A folder that is deleted when the test is over. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'weekend-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The path of a file with this text. */
export function submission(text: string, name = 'election.ts'): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  return file;
}

/** The reference with one piece of its text replaced. Fails where the reference no longer has it. */
export function changed(piece: string, by: string): string {
  if (!referenceText.includes(piece)) throw new Error(`Cannot change the reference: it has no "${piece}"`);
  return referenceText.replace(piece, () => by);
}

/** The reference and something after it. */
export const followedBy = (text: string): string => `${referenceText}\n${text}\n`;

/** A stage of which nothing is written. */
export const unwritten = `
import { notWritten } from '@weekend/protocol';
import type { Election } from '@weekend/raft';

export const election: Election = {
  onNewerTerm: () => notWritten('onNewerTerm'),
  onElectionTimeout: () => notWritten('onElectionTimeout'),
  onRequestVote: () => notWritten('onRequestVote'),
  onRequestVoteReply: () => notWritten('onRequestVoteReply'),
  onLeaderHeard: () => notWritten('onLeaderHeard'),
};
`;
