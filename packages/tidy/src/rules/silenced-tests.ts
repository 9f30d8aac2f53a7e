/** A test that does not run proves nothing; one that runs alone silences the others. */
import { eachLine, isCode, type Rule } from '../rule.ts';

const silenced = /[.](only|skip|todo)\(/;

export const silencedTests: Rule = {
  name: 'every test runs',
  check: (files) =>
    files
      .filter(isCode)
      .flatMap((file) => eachLine(file, silenced, 'run it or delete it; skipIf() where the machine lacks something')),
  broken: [{ path: 'packages/a/src/a.test.ts', text: "it.only('works', () => {});\n" }],
};
