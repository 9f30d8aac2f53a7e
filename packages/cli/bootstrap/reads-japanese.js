// Whether whoever starts this reads Japanese, for the few sentences that are said before TypeScript runs.
// The same order as in src/words/language.ts. Old Nodes read this file, too.

const { argv, env } = process;
const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
const asked = at < 0 ? '' : argv[at].slice('--lang='.length) || argv[at + 1] || '';

const wish = asked || env.WEEKEND_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || '';

export const readsJapanese = /^ja(?![a-z])/i.test(wish);
