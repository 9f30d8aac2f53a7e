/**
 * A house rule: a function from the files of the repository to what is wrong with them.
 * What a tool checks already (Biome, knip, dependency-cruiser, tsc) is no rule here.
 */

export interface File {
  /** From the root, with slashes. */
  path: string;
  text: string;
}

export interface Rule {
  /** The rule as a sentence. */
  name: string;
  /** One line a finding: where, what is, and what to write instead. */
  check(files: readonly File[]): string[];
  /** Files that break the rule, so that we know that it can. */
  broken: File[];
}

export const isCode = ({ path }: File): boolean => /[.](ts|js|cjs)$/.test(path);

export const isTest = ({ path }: File): boolean => /[.](test|suite)[.]ts$/.test(path);

/** One finding for each line of `file` that matches. */
export const eachLine = (file: File, pattern: RegExp, instead: string): string[] =>
  file.text
    .split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1} ${line.trim()} — ${instead}`] : []));

export const lineCount = (file: File): number => file.text.split('\n').length - 1;

/** Tests of the grader, which hold what a student may not write as text. */
const quoting = ['packages/cli/src/grade/compiles.test.ts', 'packages/cli/src/grade/hostile.test.ts'];

export const quotesBadCode = ({ path }: File): boolean => quoting.includes(path);
