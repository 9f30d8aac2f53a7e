/** The phrasebook of each stage, in Japanese. */
import { common } from './common.ts';
import { concurrency } from './concurrency.ts';
import { concurrencyTasks } from './concurrency-tasks.ts';
import { consistency } from './consistency.ts';
import { consistencyReasons } from './consistency-reasons.ts';
import { election } from './election.ts';
import { kvStore } from './kv-store.ts';
import { logReplication } from './log-replication.ts';
import { logStore } from './log-store.ts';
import { notWritten } from './not-written.ts';
import { Phrasebook, type Sentences } from './phrasebook.ts';
import * as phrasesOf from './phrases.ts';
import { protocol } from './protocol.ts';
import { raft } from './raft.ts';

interface Catalogues {
  sentences: readonly Sentences[];
  phrases: readonly Sentences[];
}

const of = (sentences: readonly Sentences[], phrases: readonly Sentences[] = []): Catalogues => ({
  sentences: [common, notWritten, ...sentences],
  phrases: [phrasesOf.ofEverything, ...phrases],
});

const { ofConcurrency, ofElection, ofKvStore, ofLogReplication, ofLogStore, ofPlainData, ofRaft } = phrasesOf;

/** By the stage's name. */
export const catalogues: Readonly<Record<string, Catalogues>> = {
  concurrency: of([concurrency, concurrencyTasks], [ofConcurrency]),
  consistency: of([protocol, consistency, consistencyReasons], [ofPlainData]),
  election: of([protocol, raft, election], [ofPlainData, ofRaft, ofElection]),
  'log-replication': of([protocol, raft, logReplication], [ofPlainData, ofRaft, ofLogReplication]),
  'kv-store': of([protocol, raft, kvStore], [ofPlainData, ofRaft, ofKvStore]),
  'log-store': of([logStore], [ofPlainData, ofLogStore]),
};

/** Made when the first failure is read: who passes needs none. */
const books = new Map<string, Phrasebook>();

export function bookOf(stage: string): Phrasebook {
  const known = books.get(stage);
  if (known) return known;
  const { sentences, phrases } = catalogues[stage] ?? of([]);
  const book = new Phrasebook(sentences, phrases);
  books.set(stage, book);
  return book;
}
