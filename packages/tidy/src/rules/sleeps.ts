/** A test that waits for a time is slow on a fast machine and wrong on a slow one. */
import { eachLine, isTest, quotesBadCode, type Rule } from '../rule.ts';

const sleep = /\bsetTimeout\(|\bsleep\(|timers\/promises|\bdelay\(/;

export const sleeps: Rule = {
  name: 'no test sleeps',
  check: (files) =>
    files
      .filter((file) => isTest(file) && !quotesBadCode(file))
      .flatMap((file) => eachLine(file, sleep, 'use virtual time, or wait for the event itself with a limit')),
  broken: [{ path: 'packages/a/src/a.test.ts', text: 'await sleep(100);\n' }],
};
