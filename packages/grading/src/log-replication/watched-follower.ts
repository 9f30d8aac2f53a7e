/**
 * A follower under the eyes of somebody who knows Figure 2: what each AppendEntries has to come to, whoever sends it. How
 * far the answers are looked at is a matter of the milestone: first yes and no, then the log, then what is committed.
 */
import { copy, difference } from '@weekend/protocol';
import {
  type AppendEntries,
  type AppendEntriesReply,
  type Entry,
  type Index,
  lastIndex,
  type Term,
  termAt,
} from '@weekend/raft';
import { ofKind } from '../raft/messages.ts';
import { insist } from '../refuted.ts';
import type { Node } from './cast.ts';
import { told } from './entries.ts';
import { wronglyApplied } from './ledger.ts';

export type Concern = 'answers' | 'log' | 'commit';

interface Before {
  term: Term;
  log: Entry[];
  commit: Index;
}

export class WatchedFollower {
  readonly node: Node;
  readonly #concern: Concern;
  /** How far a leader of this term has shown that the two logs agree. */
  #verified: { term: Term; index: Index } = { term: 0, index: 0 };

  constructor(node: Node, concern: Concern) {
    this.node = node;
    this.#concern = concern;
  }

  hears(message: AppendEntries): void {
    const { state } = this.node;
    const before = { term: state.currentTerm, log: copy(state.log), commit: state.commitIndex };
    this.node.hears(message.leaderId, message);
    this.#answersTruly(message);
    if (message.term < before.term) this.#refused(message, before, whyStale(message, before));
    else if (termAt(before.log, message.prevLogIndex) !== message.prevLogTerm) this.#disagreed(message, before);
    else this.#accepted(message, before);
  }

  /** It boots again with what it had saved. Nothing is verified any more. */
  crashes(): void {
    this.node.crashes();
    this.#verified = { term: 0, index: 0 };
  }

  #disagreed(message: AppendEntries, before: Before): void {
    this.#refused(message, before, whyNot(message, before));
    const { me } = this.node;
    const answers = this.#answers();
    insist(
      answers.length > 0,
      `${me} has not answered ${described(message)}; wanted a refusal, so that the leader learns of it`,
    );
    for (const { conflict } of answers) if (conflict) this.#hintsWell(conflict, message, before);
  }

  #refused(message: AppendEntries, before: Before, why: string): void {
    const { me, state } = this.node;
    insist(
      this.#answers().every(({ success }) => !success),
      `${me}, whose log is ${told(before.log)}, has said yes to ${described(message)}; wanted a refusal: ${why}`,
    );
    const stays = isPrefix(state.log, before.log) && this.#mayBeGone(state.log.length, message, before);
    insist(
      stays,
      `${me} has refused ${described(message)}, and its log was ${told(before.log)} and is ${told(state.log)}; wanted it to stay as it was`,
    );
    this.#commitIs(before.commit, before.commit, message, before);
  }

  /** The entry that is known to be wrong may be deleted at once, with all that follows it. */
  #mayBeGone(length: number, { term, prevLogIndex }: AppendEntries, before: Before): boolean {
    if (length === before.log.length) return true;
    return term >= before.term && prevLogIndex <= before.log.length && length === prevLogIndex - 1;
  }

  #accepted(message: AppendEntries, before: Before): void {
    const { me } = this.node;
    const lastNew = message.prevLogIndex + message.entries.length;
    insist(
      this.#answers().some(({ success }) => success),
      `${me}, whose log is ${told(before.log)}, has ${this.#answers().length > 0 ? 'refused' : 'not answered'} ${described(message)}; wanted a yes: the two logs agree at ${message.prevLogIndex}`,
    );
    if (this.#concern === 'answers') return;
    const { term } = message;
    this.#verified = { term, index: Math.max(lastNew, this.#verified.term === term ? this.#verified.index : 0) };
    this.#logIs(afterwards(before.log, message), message, before);
    for (const { success, matchIndex } of this.#answers()) if (success) this.#vouches(matchIndex, message, before);
    const most = Math.min(message.leaderCommit, Math.max(this.#verified.index, before.commit));
    const least = Math.min(message.leaderCommit, lastNew);
    this.#commitIs(Math.max(before.commit, least), Math.max(before.commit, most), message, before);
  }

  #logIs(wanted: readonly Entry[], message: AppendEntries, before: Before): void {
    const { me, state } = this.node;
    insist(
      difference(wanted, state.log, 'log') === undefined,
      `${me}, whose log was ${told(before.log)}, has heard ${described(message)}, and its log is ${told(state.log)}; wanted ${told(wanted)}`,
    );
  }

  /** What a yes promises: that the two logs agree so far, and that a crash changes nothing about it. */
  #vouches(matchIndex: Index, message: AppendEntries, before: Before): void {
    const { me, state, disk } = this.node;
    const lastNew = message.prevLogIndex + message.entries.length;
    const most = Math.max(this.#verified.index, before.commit);
    insist(
      matchIndex >= lastNew && matchIndex <= most,
      `${me}, whose log was ${told(before.log)}, has answered ${described(message)} with matchIndex ${matchIndex}; wanted ${lastNew}, as far as this message shows that the two logs agree`,
    );
    const saved = (disk.log ?? []).slice(0, matchIndex);
    insist(
      difference(saved, state.log.slice(0, matchIndex), 'log') === undefined,
      `${me} has answered that it holds the log up to ${matchIndex}, ${told(state.log.slice(0, matchIndex))}, and its disk says ${told(saved)}; wanted the entries saved before the answer is sent`,
    );
  }

  #commitIs(least: Index, most: Index, message: AppendEntries, before: Before): void {
    if (this.#concern !== 'commit') return;
    const { me, state } = this.node;
    insist(
      state.commitIndex >= before.commit,
      `${me} has heard ${described(message)}, and its commitIndex went back from ${before.commit} to ${state.commitIndex}; wanted it never to fall`,
    );
    insist(
      state.commitIndex >= least && state.commitIndex <= most,
      `${me}, whose log was ${told(before.log)} and whose commitIndex was ${before.commit}, has heard ${described(message)}, and its commitIndex is ${state.commitIndex}; wanted ${least}`,
    );
    const wrong = wronglyApplied(state);
    insist(wrong === undefined, `${wrong}`);
  }

  /** Whatever the answer says, it goes to who asked, and is of the follower's own term. */
  #answersTruly({ leaderId }: AppendEntries): void {
    const { me, state, sent } = this.node;
    for (const { to, message } of ofKind('AppendEntriesReply', sent)) {
      insist(to === leaderId, `${me} has heard an AppendEntries from ${leaderId} and has answered ${to}`);
      insist(
        message.term === state.currentTerm,
        `${me} has answered ${leaderId} with term ${message.term}; wanted its own current term, ${state.currentTerm}`,
      );
    }
  }

  /** §5.3: a hint is free, but whoever follows it has to get further back with every refusal. */
  #hintsWell({ term, index }: { term: Term | null; index: Index }, message: AppendEntries, before: Before): void {
    const { me } = this.node;
    const { prevLogIndex } = message;
    insist(
      index >= 1 && index <= prevLogIndex,
      `${me}, whose log is ${told(before.log)}, has refused ${described(message)} with the hint to go on at index ${index}; wanted one from 1 to ${prevLogIndex}: a leader that goes on there must not send the same again`,
    );
    const there = termAt(before.log, prevLogIndex);
    insist(
      term === null || term === there,
      `${me}, whose log is ${told(before.log)}, has refused ${described(message)} with the hint that it has term ${term} there; wanted ${there ?? 'no term'}`,
    );
  }

  #answers(): AppendEntriesReply[] {
    return ofKind('AppendEntriesReply', this.node.sent).map(({ message }) => message);
  }
}

/** Figure 2, AppendEntries receiver 3 and 4. */
export function afterwards(log: readonly Entry[], { prevLogIndex, entries }: AppendEntries): readonly Entry[] {
  const known = entries.findIndex((entry, i) => log[prevLogIndex + i]?.term !== entry.term);
  if (known < 0) return log;
  return [...log.slice(0, prevLogIndex + known), ...entries.slice(known)];
}

export const described = (message: AppendEntries): string =>
  `an AppendEntries of ${message.leaderId} in term ${message.term} with prev=${message.prevLogIndex}@${message.prevLogTerm} ${told(message.entries, message.prevLogIndex)} commit=${message.leaderCommit}`;

function isPrefix(log: readonly Entry[], whole: readonly Entry[]): boolean {
  return log.length <= whole.length && difference(log, whole.slice(0, log.length), 'log') === undefined;
}

const whyStale = ({ term }: AppendEntries, before: Before): string =>
  `its term is ${before.term}, and term ${term} is over`;

function whyNot({ prevLogIndex, prevLogTerm }: AppendEntries, { log }: Before): string {
  if (prevLogIndex > lastIndex(log)) return `its log has nothing at ${prevLogIndex}`;
  return `at ${prevLogIndex} it has an entry of term ${termAt(log, prevLogIndex)}, not of term ${prevLogTerm}`;
}
