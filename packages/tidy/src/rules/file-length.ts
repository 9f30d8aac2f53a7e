/** One file, one idea: what is longer is a table or a mistake. */
import { isCode, lineCount, type Rule } from '../rule.ts';

const limit = 350;

/** Tables and data, by path. */
const tables: string[] = [];

export const fileLength: Rule = {
  name: `no file is longer than ${limit} lines`,
  check: (files) =>
    files
      .filter((file) => isCode(file) && !tables.includes(file.path) && lineCount(file) > limit)
      .map(
        (file) => `${file.path} has ${lineCount(file)} lines — split it by ideas, or name it a table in file-length.ts`,
      ),
  broken: [{ path: 'packages/a/src/a.ts', text: '\n'.repeat(limit + 1) }],
};
