/** What we tell students is there: commands, flags, stages, milestones, handlers and files, in both languages. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { commandsIn, documents } from '../testing/documents.ts';
import { submission } from '../testing/submissions.ts';
import { gradeSubmission } from './grade/grade-submission.ts';
import { desk } from './loop/desk.ts';
import { root } from './places.ts';
import { programFor } from './program.ts';
import { findStage, stages } from './stages.ts';
import { suiteOf } from './suites.ts';
import { commandNames } from './usage.ts';
import { en } from './words/en.ts';
import { ja } from './words/ja.ts';
import { milestoneTexts } from './words/milestones.ts';

/** Stands for something that the reader fills in, or for more of the same. */
const isPlaceholder = (word: string): boolean => /^[A-Z]{1,}$|…|\.\.\.|^[[{<$]/.test(word);

/** Every command knows them. */
const everywhere = ['--lang', '--plain', '--help'];

/** Files that a reader is told to make, and names that stand for any. */
const notThere = /\/(try\.ts|speed-up\.svg)$|\/NN-name$|\/src\/name$/;

/** What is wrong with a command that somebody is told to type. */
async function wrongWith(words: readonly string[]): Promise<string | undefined> {
  let command: Command = await programFor(words, () => {});
  const rest = [...words];
  while (command.commands.length > 0 && rest[0] !== undefined && !rest[0].startsWith('-')) {
    const word = rest.shift() as string;
    if (isPlaceholder(word)) return undefined;
    const below = command.commands.find((each) => each.name() === word || each.aliases().includes(word));
    if (!below) return `"${command.name()}" has no command "${word}"`;
    command = below;
  }
  return flagsWrong(command, rest) ?? namesWrong(command, rest);
}

function flagsWrong(command: Command, words: readonly string[]): string | undefined {
  const known = [...everywhere, ...command.options.map(({ long }) => long)];
  const strange = words
    .filter((word) => word.startsWith('--'))
    .find((word) => !known.includes(word.split('=')[0] ?? ''));
  return strange === undefined ? undefined : `"${command.name()}" has no flag "${strange}"`;
}

/** Stages and milestones, where a command takes them. */
function namesWrong(command: Command, words: readonly string[]): string | undefined {
  if (command.registeredArguments[0]?.name() !== 'stage') return undefined;
  const [word, second] = words;
  if (word === undefined || word.startsWith('-') || isPlaceholder(word)) return undefined;
  const stage = stages.find(({ name, number, folder }) => [name, number, folder].includes(word));
  if (!stage) return `there is no stage "${word}"`;
  const at = words.indexOf('--milestone');
  const milestone = at >= 0 ? words[at + 1] : command.name() === 'hint' ? second : undefined;
  if (milestone === undefined || milestone.startsWith('-') || isPlaceholder(milestone)) return undefined;
  const ids = suiteOf(stage.name).milestones.map(({ id }) => id);
  return ids.includes(milestone) ? undefined : `${stage.name} has no milestone "${milestone}"`;
}

describe.each(documents)('$path', ({ path, text }) => {
  test('names only commands, flags, stages and milestones that there are', async () => {
    const wrong = await Promise.all(
      commandsIn(text).map(async (words) => {
        const why = await wrongWith(words);
        return why === undefined ? [] : [`weekend ${words.join(' ')}: ${why}`];
      }),
    );
    expect(wrong.flat()).toEqual([]);
  });

  test('names only files that there are', () => {
    const named = [...text.matchAll(/(?<![\w/.])(?:exercises|solutions|packages)\/[\w./-]*\w/g)].map(([file]) => file);
    const linked = [...text.matchAll(/\]\((?!https?:|#|mailto:|\/)([^)#\s]+)/g)].map(([, file]) =>
      join(dirname(path), file as string),
    );
    const missing = [...new Set([...named, ...(path.startsWith('docs/') ? [] : linked)])].filter(
      (file) => !existsSync(join(root, file)) && !notThere.test(file),
    );
    expect(missing).toEqual([]);
  });
});

/** All that is said in the framework's own packages. */
const framework = ['concurrency', 'consistency', 'log-store', 'protocol', 'raft']
  .flatMap((name) => sourcesIn(join(root, 'packages', name, 'src')))
  .join('\n');

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

const isKnown = (identifier: string): boolean => new RegExp(`\\b${identifier}\\b`).test(framework);

/** `onRequestVote`, `votedFor`: what a person would look for in the code. */
const identifiersIn = (text: string): string[] => text.match(/\b[a-z]+(?:[A-Z][a-z]+)+\b/g) ?? [];

/** The paper's and others' own words, which look like ours. */
const notOurs = ['leaderId', 'lastLogIndex', 'lastLogTerm', 'notWritten'];

describe.each(stages)('the task of $name', ({ folder, name }) => {
  const tasks = documents.filter(({ path }) => path.startsWith(`exercises/${folder}/README`));

  test('is there in both languages', () => {
    const names = tasks.map(({ path }) => path.slice(`exercises/${folder}/`.length));
    expect(names.toSorted()).toEqual(['README.ja.md', 'README.md']);
  });

  test.each(tasks)('$path names each handler of the suite, and none that there is not', ({ text }) => {
    const own = readFileSync(join(root, 'exercises', folder, `${name}.ts`), 'utf8');
    const strange = (text.match(/\bon[A-Z][A-Za-z]+\b/g) ?? []).filter((each) => !isKnown(each) && !own.includes(each));
    expect(strange).toEqual([]);
    const unnamed = suiteOf(name).handlers.filter((handler) => !new RegExp(`\\b${handler}\\b`).test(text));
    expect(unnamed).toEqual([]);
  });
});

test.each(stages)('the hints of $name name nothing that is not there', ({ name }) => {
  const texts = Object.values(milestoneTexts[name] ?? {}).flatMap(({ where, compare, ja: theirs }) => [
    where,
    compare,
    ...theirs.hints,
  ]);
  const strange = texts.flatMap(identifiersIn).filter((each) => !isKnown(each) && !notOurs.includes(each));
  expect(strange).toEqual([]);
  const files = texts.flatMap((text) => text.match(/packages\/[\w./-]*\w/g) ?? []);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test('a refusal names the help of the command that was meant, whichever it is', async () => {
  const program = await programFor([], () => {});
  expect(commandNames.toSorted()).toEqual(program.commands.map((command) => command.name()).toSorted());
});

test('what the catalogues tell somebody to type is there', async () => {
  const said = Object.values({ ...en, ...ja }).flatMap(commandsIn);
  const wrong = await Promise.all(said.map(wrongWith));
  expect(wrong.filter((why) => why !== undefined)).toEqual([]);
});

test.each(stages)('the stub of $name compiles, and fails with "not written yet" alone', async ({ name }) => {
  const stage = findStage(name, 'test');
  const grade = await gradeSubmission({ stage, file: submission(desk.fresh(stage), `${name}.ts`), dice: { seeds: 3 } });
  expect([grade.compiles, grade.problem, grade.points.earned]).toEqual([true, undefined, 0]);
  const kinds = grade.milestones.map(({ failure }) => failure?.kind);
  expect(new Set(kinds)).toEqual(new Set(['not-written']));
});
