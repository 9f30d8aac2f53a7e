/** What a sandbox may say that its student’s code has taken over wholly, so that it holds the line to the judge. */

export type Said = readonly [kind: string, ...parts: unknown[]];
type Answer = (said: Said) => unknown;

const quiet = [[], []];
const gave = (value: unknown) => ['gave', quiet, value];
const passed = '{"kind":"proved","id":"durable","outcome":{"kind":"passed"},"ms":1}\n{"kind":"done"}\n';
let given = 1_000;

/** What it says to each question. To be given a turn is a question, too. */
export const ways: Record<string, Answer> = {
  'says that all is done': () => ['done', [], [], { saves: [], sends: [], timers: [] }],
  'answers with a verdict': () => ({ kind: 'proved', id: 'durable', outcome: { kind: 'passed' }, ms: 1 }),
  'answers nothing to everything': ([kind]) => (kind === 'run' ? ['ran', quiet, []] : gave(['nothing'])),
  'answers true to everything': ([kind]) => (kind === 'run' ? ['ran', quiet, []] : gave(true)),
  'sends back what it was given': ([kind, , , , , args]) =>
    kind === 'run' ? ['ran', quiet, []] : gave(Array.isArray(args) ? (args[0] ?? ['yours', 1]) : ['yours', 1]),
  'answers promises that are done at once': ([kind]) => {
    given += 1;
    if (kind === 'run') return ['ran', quiet, []];
    if (kind === 'moment') return ['paused', quiet];
    return ['gave', [[], []], ['promise', given]];
  },
  'settles promises that nobody waits for': ([kind]) =>
    kind === 'run' ? ['ran', [[['done', 'mine', 77, true]], []], []] : gave(['promise', ++given]),
  'settles the judge’s promises': ([kind]) =>
    kind === 'run' ? ['ran', [[['done', 'yours', 1, true]], []], []] : gave(['promise', ++given]),
  'uses what it was not given': () => ['method', quiet, 1, 'step', 1, []],
  'reads what it was not given': () => ['field', quiet, 1, 'tape', 1],
  'calls what it was not given': () => ['call', quiet, 12_345, []],
  'posts what it was not given': ([kind]) =>
    kind === 'run' ? ['ran', [[['posted', 9_999_999, 3, 'step', 1, [0]]], []], []] : gave(['promise', ++given]),
  'gives a number twice': () =>
    gave([
      'list',
      [
        ['function', 5_000],
        ['function', 5_000],
      ],
      0,
    ]),
  'gives what is as deep as a well': () => gave(JSON.parse(`${'["list",['.repeat(200)}1${'],0]'.repeat(200)}`)),
  'names a field __proto__': ([kind]) =>
    kind === 'run' ? ['ran', quiet, []] : gave(['data', ['__proto__', ['data', ['then', true]]]]),
  'gives a million promises': () => gave(['list', Array.from({ length: 600_000 }, () => ['promise', ++given]), 0]),
  'gives an object with a million members': () =>
    gave(['object', ++given, 'Mutex', Array.from({ length: 1_000_000 }, (_, i) => `m${i}`), [], []]),
  'says what is larger than any message': () => gave('x'.repeat(20_000_000)),
  'changes what is not shared': () => ['gave', [[], [[1, ['data', []]]]], ['nothing']],
  'reports failures without end': ([kind]) =>
    kind === 'run' ? ['ran', quiet, Array.from({ length: 100_000 }, () => 'no')] : gave(['promise', ++given]),
  'never comes to rest': ([kind]) =>
    kind === 'run' || kind === 'moment' ? ['paused', quiet] : gave(['promise', ++given]),
  'writes verdicts to every descriptor': () => passed,
};
