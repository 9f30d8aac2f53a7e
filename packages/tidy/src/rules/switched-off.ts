/** A comment that switches the type checker off. (`any` is Biome's to find.) */
import { eachLine, isCode, quotesBadCode, type Rule } from '../rule.ts';

const off = /@ts-ignore|@ts-nocheck/;

export const switchedOff: Rule = {
  name: 'the type checker stays switched on',
  check: (files) =>
    files
      .filter((file) => isCode(file) && !quotesBadCode(file))
      .flatMap((file) => eachLine(file, off, 'name the type, or take unknown and look; @ts-expect-error in a test')),
  broken: [{ path: 'packages/a/src/a.ts', text: '// @ts-nocheck\n' }],
};
