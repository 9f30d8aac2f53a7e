// The arrows: who may import whom. docs/ARCHITECTURE.md draws them, this file enforces them.

/** What each package may import of ours, besides itself. `null`: everything. */
const arrows = {
  protocol: [],
  raft: ['protocol'],
  simulator: ['protocol'],
  explorer: ['protocol'],
  'log-store': ['protocol'],
  process: ['log-store', 'protocol'],
  // Only what its requests and answers look like.
  client: ['raft'],
  api: ['client', 'process', 'protocol', 'raft'],
  transcript: ['protocol'],
  diagram: ['protocol', 'transcript'],
  shrinker: ['protocol', 'simulator'],
  board: [],
  checkers: [],
  concurrency: ['protocol'],
  consistency: ['protocol'],
  grading: [
    'concurrency',
    'consistency',
    'log-store',
    'protocol',
    'raft',
    'simulator',
    'explorer',
    'checkers',
    'shrinker',
    'transcript',
  ],
  gauntlet: ['grading', 'protocol', 'raft'],
  // Tells of everything, and draws what it runs.
  book: null,
  tidy: [],
  cli: null,
  workbench: null,
};

/** Packages that are logic alone: they run in a browser, in a test and in a container, so they touch no machine. */
const pure = [
  'consistency',
  'protocol',
  'log-store',
  'raft',
  'simulator',
  'explorer',
  'checkers',
  'transcript',
  'diagram',
  'shrinker',
];

/** What a stage may import: its nouns, and the contract. */
const nouns = ['concurrency', 'consistency', 'log-store', 'protocol', 'raft'];

const ours = '^(packages|exercises|solutions)/';
const notForUse = '[.](test|suite|bench)[.]ts$|/bench/';

const packages = (names) => `^packages/(${names.join('|')})/`;

const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const arrowRules = Object.entries(arrows)
  .filter(([, targets]) => targets !== null)
  .map(([name, targets]) =>
    error(
      `arrow-${name}`,
      `packages/${name} may import ${targets.join(', ') || 'nothing'} of ours. Move the code to where it may be, or pass it in.`,
      { path: packages([name]), ...(name === 'explorer' && { pathNot: '^packages/explorer/bench/' }) },
      { path: ours, pathNot: packages([name, ...targets]) },
    ),
  );

module.exports = {
  forbidden: [
    ...arrowRules,
    error(
      'arrow-missing',
      'This package has no arrows yet. Say in .dependency-cruiser.cjs what it may import, and draw it in docs/ARCHITECTURE.md.',
      { path: '^packages/', pathNot: packages(Object.keys(arrows)) },
      { path: '' },
    ),
    error(
      'arrow-explorer-bench',
      'What measures the explorer and proves it on Raft may also import raft, and transcript to tell what was found.',
      { path: '^packages/explorer/bench/' },
      { path: ours, pathNot: packages(['explorer', 'protocol', 'raft', 'transcript']) },
    ),
    error(
      'arrow-exercises',
      `An exercise may import ${nouns.join(', ')} and its own folder; its tests may import what shows the stage at work.`,
      { path: '^exercises/([^/]+)/', pathNot: notForUse },
      { path: ours, pathNot: [packages(nouns), '^exercises/$1/'] },
    ),
    error(
      'arrow-exercise-tests',
      'The visible tests of an exercise may import the framework, never another exercise nor a solution.',
      { path: '^exercises/([^/]+)/' },
      { path: '^(exercises|solutions|packages/(cli|workbench|process))/', pathNot: '^exercises/$1/' },
    ),
    error(
      'arrow-solutions',
      `A solution may import ${nouns.join(', ')} and its own folder: it stands where the student stands.`,
      { path: '^solutions/([^/]+)/', pathNot: notForUse },
      { path: ours, pathNot: [packages(nouns), '^solutions/$1/'] },
    ),
    error(
      'arrow-solution-tests',
      `The test of a solution may import ${nouns.join(', ')}, what grades it, and its own folder.`,
      { path: '^solutions/([^/]+)/' },
      { path: ours, pathNot: [packages(['gauntlet', 'grading', 'checkers', 'simulator', ...nouns]), '^solutions/$1/'] },
    ),
    error(
      'pure-logic',
      'This package is logic alone: it imports nothing of the machine and no library. Ask for it through the World, or move it to process, grading or cli.',
      { path: packages(pure), pathNot: notForUse },
      { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] },
    ),
    error(
      'pure-stages',
      'A stage is logic alone: it imports nothing of the machine and no library. Ask for it through the World.',
      { path: '^(exercises|solutions)/', pathNot: notForUse },
      { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] },
    ),
    error(
      'no-cycles',
      'These files import each other in a ring. Move what both need into a third file.',
      {},
      { circular: true },
    ),
    error(
      'no-undeclared-dependency',
      'The package.json beside this file does not name what it imports. Add it there as "catalog:" and run pnpm install.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    error(
      'no-unresolvable',
      'This import leads nowhere. Correct its path, or declare and install it.',
      {},
      { couldNotResolve: true },
    ),
    error(
      'no-dev-dependency-at-run-time',
      'Code that runs may not lean on a devDependency. Move it to dependencies.',
      { path: '^packages/[^/]+/(src|bin|bootstrap)/', pathNot: notForUse },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    parser: 'tsc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/([.](results|turbo)|workbench/dist)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
