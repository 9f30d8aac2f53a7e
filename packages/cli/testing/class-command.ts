/** `weekend class grade` as a mentor starts it, for tests. */
import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../src/places.ts';
import { weekend } from './weekend.ts';

/** A student who hands in one file, `03-election/election.ts`. */
export function handInElection(folder: string, student: string, text: string): void {
  mkdirSync(join(folder, student, '03-election'), { recursive: true });
  writeFileSync(join(folder, student, '03-election', 'election.ts'), text);
}

export function handInLink(folder: string, student: string): void {
  mkdirSync(join(folder, student));
  symlinkSync(join(root, 'solutions/03-election/election.ts'), join(folder, student, 'election.ts'));
}

/** Its report, and what it said meanwhile. */
export async function gradedClass(folder: string, ...words: string[]) {
  const { code, stdout, stderr } = await weekend('class', 'grade', folder, '--json', ...words);
  const points = (): Record<string, number> => {
    const { students } = JSON.parse(stdout);
    return Object.fromEntries(students.map((each: Student) => [each.student, each.points.earned]));
  };
  return { code, stdout, stderr, points };
}

interface Student {
  student: string;
  points: { earned: number };
}

/** Starts grading, and kills the grader when it has told of so many grades. */
export function killedAfter(grades: number, folder: string, ...words: string[]): Promise<void> {
  const bin = join(root, 'packages', 'cli', 'bin', 'weekend.js');
  const args = [bin, 'class', 'grade', folder, ...words];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
    // The whole group: the launcher would pass on no SIGKILL.
    if (told.includes(`[${grades}/`)) process.kill(-(child.pid as number), 'SIGKILL');
  });
  return new Promise((resolve, reject) => child.once('error', reject).once('close', () => resolve()));
}
