/** `any` and its silent relatives switch the type checker off. */
import { eachLine, isCode, quotesBadCode, type Rule } from '../rule.ts';

const off = /(:|\bas|<|\|)\s*any\b|@ts-ignore|@ts-nocheck/;

export const anys: Rule = {
  name: 'the type checker stays switched on',
  check: (files) =>
    files
      .filter((file) => isCode(file) && !quotesBadCode(file))
      .flatMap((file) => eachLine(file, off, 'name the type, or take unknown and look; @ts-expect-error in a test')),
  broken: [{ path: 'packages/a/src/a.ts', text: 'const a: any = 1;\n' }],
};
