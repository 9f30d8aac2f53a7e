/**
 * What keeps a command from running is told in the reader's language, from the catalogue of packages/cli/src/words. A sentence
 * in the code would be English for everybody.
 */
import { type File, isCode, isTest, type Rule } from '../rule.ts';

/** A literal, or a choice that begins with one. What follows in the same brackets is the catalogue's own business. */
const refusal = /new CannotRun\(\s*(?:[^()'"`]*\?\s*)?['"`]/g;

/** The beginning of every such sentence, where it is not thrown at ourselves: an Error that nobody should ever see. */
const sentence = /(?<!Error\(\s*)['"`]Cannot /g;

const speaksToPeople = (file: File): boolean =>
  isCode(file) &&
  file.path.startsWith('packages/cli/src/') &&
  !file.path.startsWith('packages/cli/src/words/') &&
  !isTest(file) &&
  !otherwiseTranslated.includes(file.path);

/** What a student's failure says is translated where it is shown: see words/sentences. */
const otherwiseTranslated = ['packages/cli/src/grade/compiles.ts'];

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

export const saidInEnglish: Rule = {
  name: 'what weekend cannot do, it says in the words of the catalogue',
  check: (files) =>
    files
      .filter(speaksToPeople)
      .flatMap(({ path, text }) =>
        [...text.matchAll(refusal), ...text.matchAll(sentence)].map(
          ({ index }) =>
            `${path}:${lineOf(text, index)} refuses in English — say('…') it, with a key in words/en and words/ja`,
        ),
      ),
  broken: [{ path: 'packages/cli/src/a.ts', text: "throw new CannotRun('it is late; wanted is morning');\n" }],
};
