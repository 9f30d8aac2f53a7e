/** The stages of the workshop, in their order: the one list that every command goes by. */
import { join } from 'node:path';
import { CannotRun } from './cannot-run.ts';
import { root } from './places.ts';
import { didYouMean } from './words/did-you-mean.ts';
import { say } from './words/say.ts';

export interface Stage {
  /** Its stub's file name, its export, its key in a lineup: `election`. */
  name: string;
  /** Its place in the order, as it is written: `03`. */
  number: string;
  /** Its folder's name below `exercises` and `solutions`: `03-election`. */
  folder: string;
  title: string;
  /** The packages that it may import, besides files of its own folder. */
  imports: readonly string[];
}

const ofRaft = ['@weekend/protocol', '@weekend/raft'];

export const stages: readonly Stage[] = [
  stage('01-concurrency', 'Async concurrency', ['@weekend/concurrency', '@weekend/protocol']),
  stage('02-consistency', 'Consistency models', ['@weekend/consistency', '@weekend/protocol']),
  stage('03-election', 'Leader election', ofRaft),
  stage('04-log-replication', 'Log replication', ofRaft),
  stage('05-kv-store', 'Key-value store', ofRaft),
  stage('06-log-store', 'Log store', ['@weekend/log-store', '@weekend/protocol']),
];

/** Whether a real node runs it; the others are graded alone. */
export const runsInANode = ({ imports }: Stage): boolean =>
  imports.includes('@weekend/raft') || imports.includes('@weekend/log-store');

/** Whether its code is handlers of nodes, so that a failing run has events to walk through and to draw. */
export const isOfNodes = ({ imports }: Stage): boolean =>
  imports.includes('@weekend/raft') || imports.includes('@weekend/consistency');

/** The file that a student fills. */
export const stub = ({ folder, name }: Stage): string => join(root, 'exercises', folder, `${name}.ts`);

/** The file that we hold to be right. */
export const reference = ({ folder, name }: Stage): string => join(root, 'solutions', folder, `${name}.ts`);

/** The stage that a person means by `election`, `03-election`, `03` or `3`. `attempt` is what he wants of it, in his language. */
export function findStage(word: string, attempt: string): Stage {
  const found = stages.find(({ name, number, folder }) =>
    [name, folder, number, String(Number(number))].includes(word),
  );
  if (found) return found;
  const names = stages.map(({ name }) => name);
  throw new CannotRun(say('no-stage', { attempt, word, meant: didYouMean(word, names), names: names.join(', ') }));
}

/** Each of the stages once, in the order of the workshop; all of them if none is named. */
export function findStages(words: readonly string[], attempt: string): readonly Stage[] {
  if (words.length === 0) return stages;
  const named = words.map((word) => findStage(word, attempt));
  return stages.filter((each) => named.includes(each));
}

function stage(folder: string, title: string, imports: readonly string[]): Stage {
  const [, number, name] = /^(\d+)-(.+)$/.exec(folder) as unknown as [string, string, string];
  return { name, number, folder, title, imports };
}
