/** A map that fills more than a few screens is a territory. */
import { lineCount, type Rule } from '../rule.ts';

const limit = 150;

export const architecture: Rule = {
  name: `docs/ARCHITECTURE.md is shorter than ${limit} lines`,
  check: (files) =>
    files
      .filter((file) => file.path === 'docs/ARCHITECTURE.md' && lineCount(file) >= limit)
      .map((file) => `${file.path} has ${lineCount(file)} lines — move a part to where it belongs, and link to it`),
  broken: [{ path: 'docs/ARCHITECTURE.md', text: '\n'.repeat(limit) }],
};
