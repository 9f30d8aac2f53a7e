/**
 * The Japanese of what the suites say. Knows the bug of a sentence that is changed or added in a suite and stays English for a
 * Japanese student, of one that is translated and no longer said, and of a value that is lost on the way.
 */
import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Said, saidIn, textsIn } from '../../testing/said.ts';
import { root } from '../places.ts';
import { stages } from '../stages.ts';
import { bookOf, catalogues } from './sentences/books.ts';
import { holesOf, type Sentences } from './sentences/phrasebook.ts';

const everyStage = stages.map(({ name }) => name);
const ofNodes = ['consistency', 'election', 'log-replication', 'kv-store'];
const ofRaft = ofNodes.slice(1);

/** Where the sentences are that a student may read, and in which stages. */
const sources: readonly { files: readonly string[]; heardIn: readonly string[] }[] = [
  ...everyStage.map((name) => ({ files: [`packages/grading/src/${name}/*.ts`], heardIn: [name] })),
  { files: ['packages/grading/src/{prove,short-story,thrown}.ts'], heardIn: everyStage },
  { files: ['packages/grading/src/{scene,written,exhaustive,run}.ts'], heardIn: ofNodes },
  { files: ['packages/grading/src/nearest.ts', 'packages/grading/src/raft/*.ts'], heardIn: ofRaft },
  { files: ['packages/raft/src/invariants.ts'], heardIn: ofRaft },
  { files: ['packages/protocol/src/{inspected,turn}.ts'], heardIn: ofNodes },
  { files: ['packages/explorer/src/{canonical,handler,turns}.ts'], heardIn: ofNodes },
  { files: ['packages/protocol/src/plain-data.ts'], heardIn: [...ofNodes, 'log-store'] },
  { files: ['packages/concurrency/src/virtual-world.ts'], heardIn: ['concurrency'] },
  {
    files: ['packages/checkers/src/{causal,convergent,linearizable,sequential,sessions,words}.ts'],
    heardIn: ['consistency'],
  },
  {
    files: [
      'packages/cli/src/grade/{compiles,grade-submission,problem}.ts',
      'packages/cli/src/sandbox/{child,guarded,imports,instead-of,too-much}.ts',
      'packages/cli/src/class/sandbox/main.ts',
      'packages/protocol/src/not-written.ts',
    ],
    heardIn: everyStage,
  },
  { files: ['packages/cli/src/class/sandbox/{servant,world}.ts'], heardIn: ofNodes },
];

const filesOf = (patterns: readonly string[]): string[] =>
  globSync([...patterns], { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .sort();

/** Notation, in which stories are written in every language, and names that no sentence shows. */
const notation = new Set([
  // what a story says of nodes, disks and requests
  'term {}, vote {}, log [{}]',
  'free',
  '{} {} of term {}',
  '{} {} of term {} {} commit={}',
  'n1@{} -> n2 AppendEntries prev={}@{} and {} entries',
  'AppendEntries {}',
  '{}@{} no-op',
  '{}@{} {}, log [{}], committed {}',
  'c3 waits at n1: get x (consistent)',
  'put {}={}',
  'put {}={} (cas {})',
  'put foo=a',
  'delete foo',
  'delete {}',
  'delete {} (cas {})',
  'delete-tree {}',
  'get {}',
  'get {} ({})',
  'list {} ({})',
  'write {}',
  'cas {} to {}',
  'put {} = {}',
  'del {}',
  '{} counter[0]',
  '{} counter.{}',
  'fast-check: seed {}, path "{}"',
  'fast-check: fc.schedulerFor([{}])',
  // what is written, sent and given, and the kinds of plans
  'value {}',
  'result {}',
  'what {} has done',
  'command {}',
  'field {}',
  'a field: with/odd "signs"',
  '{} of term {}',
  '{} of {}',
  '{} at {}',
  'from {}',
  'the last',
  'goes on',
  'at once',
  'at its end',
  'throwing at once',
  'send nothing',
  'a text now',
  'all or nothing',
  'torn tail',
  'called {}',
  'at ',
  'ran out',
  // the paper's own
  'Election Safety',
  'Leader Append-Only',
  'Log Matching',
  'Leader Completeness',
  'State Machine Safety',
  // of our grader's mistakes
  'before it came to your code',
  // between the grader and its threads
  'are you there?',
  'I am here',
  'the stage threw',
  // reasons by which the checkers know a step
  'same process',
  'seen by',
  'not seen',
  'sequential consistency',
]);

/** What stands in a hole comes out again. A letter, a space and a letter are no phrase of anybody's. */
const values = ['⟨1⟩', '⟨2⟩', '⟨3⟩', '⟨4⟩', '⟨5⟩', '⟨6⟩', '⟨7⟩', '⟨8⟩', '⟨9⟩'];

function filled(form: string): string {
  let next = 0;
  return form.replaceAll('{}', () => values[next++] as string);
}

const normal = (text: string): string => text.replaceAll(/(\{(\d|_)\})+/g, '{}');

/** As a phrase it may be written down with what it is appended to. */
const withNeighbours = (form: string): string[] => {
  const own = form.replace(/^\{\}(?=[a-z,;:])/, '');
  return [form, own, ...[own, `{}${own}`].flatMap((each) => [each, `${each}{}`, `${each} {}`, `${each}: {}`])];
};

/** Our own mistakes, what is only data because of its signs, and what stands on a line of its own. */
const isOurs = (form: string): boolean => /^Cannot (judge|tell|start)|\p{Cc}(?!$)/u.test(form.trim());

const english = /\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b/;

function untranslated(stage: string, { where, text, forms }: Said): string[] {
  const isWritten = (each: string) => withNeighbours(each).some((form) => keysOf(stage).has(form));
  const book = bookOf(stage);
  return forms
    .filter((form) => !notation.has(form) && !isOurs(form))
    .map((form) => (/^\s\s/.test(form) ? form.trim() : form))
    .filter((form) => {
      const meanings = withNeighbours(form).map((each) => book.findPhrase(filled(each)));
      const isGood = meanings.some((meaning) => meaning !== undefined && !english.test(meaning));
      return !(isWritten(text) || isWritten(form)) || !isGood;
    })
    .map((form) => `${where} ${form}`);
}

const known = new Map<string, Set<string>>();

function keysOf(stage: string): Set<string> {
  const { sentences, phrases } = catalogues[stage] ?? { sentences: [], phrases: [] };
  const keys = known.get(stage) ?? new Set([...sentences, ...phrases].flatMap((each) => Object.keys(each)).map(normal));
  known.set(stage, keys);
  return keys;
}

describe.each(sources)('$files', ({ files, heardIn }) => {
  const said = filesOf(files).flatMap((file) => saidIn(file));

  test.each(heardIn)('every sentence has a Japanese one in the stage %s', (stage) => {
    expect(said.flatMap((each) => untranslated(stage, each))).toEqual([]);
  });
});

test('what the stubs say is still to be written has a Japanese one', () => {
  const texts = filesOf(['exercises/*/*.ts']).flatMap((file) => textsIn(file).filter((text) => /^\w+, /.test(text)));
  expect(texts.length).toBeGreaterThan(50);
  for (const text of texts)
    expect(bookOf('election').find(`not written yet: ${text}`), text).toMatch(/^まだ書かれていません：\w+：/);
});

describe('what is translated', () => {
  const files = [...sources.flatMap((each) => filesOf(each.files)), ...filesOf(['exercises/*/*.ts'])];
  const forms = files
    .flatMap((file) => saidIn(file))
    .flatMap(({ text, forms: each }) => [text, ...each].map((form) => form.trim()));
  const texts = new Set([
    ...files.flatMap((file) => textsIn(file)),
    ...filesOf(['packages/checkers/src/kv.ts']).flatMap((file) => textsIn(file)),
  ]);
  const said = new Set(forms.flatMap(withNeighbours));
  const long = forms.filter((form) => form.length > 25);
  const patterns = forms.filter((form) => form.includes('{}')).map(patternOf);

  /** Said as it is, or as one case of something that is said. */
  function isSaid(text: string, depth = 3): boolean {
    if (/^(\{\})*$/.test(text) || said.has(text) || texts.has(text)) return true;
    if (texts.has(text.replace(/^\{\} /, '').replace(/s$/, ''))) return true;
    if (long.some((each) => text.includes(each) || each.includes(text))) return true;
    if (depth === 0) return false;
    const parts = text.split(/[:;,] (?:or )?/);
    if (parts.length > 1 && parts.every((each) => isSaid(each, depth - 1))) return true;
    return patterns.some((pattern) => {
      const [, ...holes] = pattern.exec(text) ?? [];
      return holes.length > 0 && holes.every((each) => isSaid(each, depth - 1));
    });
  }

  const all = [...new Set(Object.values(catalogues).flatMap(({ sentences, phrases }) => [...sentences, ...phrases]))];

  test('is said somewhere', () => {
    const keys = all.flatMap((each: Sentences) => Object.keys(each));
    expect(keys.filter((key) => !isSaid(normal(key)))).toEqual([]);
  });

  test('has the same values in both languages', () => {
    const pairs = all.flatMap((each: Sentences) => Object.entries(each));
    const names = (text: string) =>
      [...new Set(holesOf(text).map((name) => name.replace(/[=*]/, '')))].filter((name) => name !== '_').sort();
    expect(pairs.filter(([from, to]) => names(from).join() !== names(to).join()).map(([from]) => from)).toEqual([]);
  });
});

function patternOf(form: string): RegExp {
  const texts = form.split('{}').map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${texts.join('(.*?)')}$`);
}
