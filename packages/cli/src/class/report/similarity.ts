/**
 * How alike two submissions of one stage are, in what differs from the stub: the share of fingerprints that they have in
 * common (Jaccard), where a fingerprint is a piece of eight words of the program, chosen by winnowing (Schleimer, Wilkerson
 * and Aiken, 2003). Names that a student made up count as one and the same word, comments and layout not at all.
 */
import { readFileSync } from 'node:fs';
import { stub } from '../../stages.ts';
import type { Pair, Source } from './document.ts';

const pieceLength = 8;
const windowLength = 4;

/** Less alike than this are most who have read the same paper. */
const noteworthy = 0.6;
const mostPairs = 50;

/** The most alike first. */
export function pairsIn(sources: readonly Source[]): Pair[] {
  const pairs: Pair[] = [];
  for (const stage of new Set(sources.map((source) => source.stage))) {
    const given = read(stub(stage));
    const known = new Set(given.match(word) ?? []);
    const common = new Set(pieces(tokens(given, known)));
    const prints = sources
      .filter((source) => source.stage === stage)
      .map(({ student, file }) => ({ student, prints: fingerprints(tokens(read(file), known), common) }));
    prints.forEach((one, i) => {
      for (const other of prints.slice(i + 1)) {
        const similarity = jaccard(one.prints, other.prints);
        if (similarity < noteworthy) continue;
        const students = [one.student, other.student] as const;
        pairs.push({ stage: stage.name, students, similarity, sizes: [one.prints.size, other.prints.size] });
      }
    });
  }
  return pairs.sort((a, b) => b.similarity - a.similarity).slice(0, mostPairs);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const word = /[\p{L}_$][\p{L}\p{N}_$]*/gu;
const comments = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
const token = /[\p{L}_$][\p{L}\p{N}_$]*|\d[\w.]*|'[^'\n]*'|"[^"\n]*"|`[^`]*`|[^\s]/gu;

/** The language's own words, and those that every node has, stay what they are. */
const keywords = new Set(
  'break case const continue default delete do else export false for from function if import in instanceof let new null of return switch this throw true typeof undefined void while'.split(
    ' ',
  ),
);

function tokens(text: string, known: ReadonlySet<string>): string[] {
  const found = text.replaceAll(comments, ' ').match(token) ?? [];
  return found.map((each) => {
    if (/^[\p{L}_$]/u.test(each)) return keywords.has(each) || known.has(each) ? each : 'name';
    return /^['"`]/.test(each) ? 'text' : each;
  });
}

function pieces(words: readonly string[]): string[] {
  const found: string[] = [];
  for (let i = 0; i + pieceLength <= words.length; i++) found.push(words.slice(i, i + pieceLength).join(' '));
  return found;
}

/** Of each few pieces in a row the least, by a hash; without those that the stub has too. */
function fingerprints(words: readonly string[], common: ReadonlySet<string>): Set<number> {
  const hashes = pieces(words)
    .filter((piece) => !common.has(piece))
    .map(hashOf);
  const chosen = new Set<number>();
  for (let i = 0; i + windowLength <= hashes.length; i++) chosen.add(Math.min(...hashes.slice(i, i + windowLength)));
  return chosen;
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const print of a) if (b.has(print)) shared += 1;
  return shared / (a.size + b.size - shared);
}
