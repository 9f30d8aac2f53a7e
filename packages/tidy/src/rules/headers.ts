/** The header says what a file is; who has opened it by mistake knows after one line. */
import { isTest, type Rule } from '../rule.ts';

export const headers: Rule = {
  name: 'every source file begins with what it is',
  check: (files) =>
    files
      .filter((file) => /^packages\/[^/]+\/src\/.*[.]ts$/.test(file.path) && !isTest(file))
      .filter(({ text }) => !/^(#!.*\n)?\/[/*]/.test(text))
      .map(({ path }) => `${path} begins without a comment — say in a line or two what it is`),
  broken: [{ path: 'packages/a/src/a.ts', text: 'export const a = 1;\n' }],
};
