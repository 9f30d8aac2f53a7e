/** What is left to do has a number, so that somebody can find it, decide on it, and close it. */
import { eachLine, type Rule } from '../rule.ts';

const unnumbered = /\b(TODO|FIXME|XXX)\b(?!.*#\d)/;

export const todos: Rule = {
  name: 'what is left to do names its issue',
  check: (files) => files.flatMap((file) => eachLine(file, unnumbered, 'do it, or write TODO(#12) with the issue')),
  broken: [{ path: 'packages/a/src/a.ts', text: '// TODO: later\n' }],
};
