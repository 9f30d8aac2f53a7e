/**
 * Finds a finished sentence among the templates that it can have been made of, and says it in the other language. A matcher
 * of its own and no regular expressions: what stands in a hole may be a student's, and each text is looked for once.
 */

/**
 * From what is said to what it means: texts with holes, `{1}`. What stands in `{_}` the translation has no use for. `{=1}` in
 * a translation stays as it was said, since it is somebody's data; what stands in `{1}` may be a phrase of ours again, and in
 * `{*1}` several, with semicolons between them.
 */
export type Sentences = Readonly<Record<string, string>>;

interface Template {
  /** What stands around the holes: one more than there are holes. */
  texts: readonly string[];
  holes: readonly string[];
  meaning: string;
}

/** So many phrases are looked up for one sentence, a list of them counted one by one. */
const mostPhrases = 60;

/** What is longer is somebody's data, and no phrase of ours. */
const longestPhrase = 2_000;

export class Phrasebook {
  readonly #sentences: Looked;
  /** The sentences too: any of them may stand in another. */
  readonly #phrases: Looked;

  constructor(sentences: readonly Sentences[], phrases: readonly Sentences[] = []) {
    this.#sentences = looked(sentences);
    this.#phrases = looked([...sentences, ...phrases]);
  }

  /** Nothing if it is none of these. Of several templates the one with most text of its own. */
  find(sentence: string): string | undefined {
    return this.#find(sentence, this.#sentences, { left: mostPhrases });
  }

  findPhrase(phrase: string): string | undefined {
    return this.#find(phrase, this.#phrases, { left: mostPhrases });
  }

  #find(sentence: string, { whole, templates }: Looked, phrases: { left: number }): string | undefined {
    const meaning = whole.get(sentence);
    if (meaning !== undefined) return meaning;
    for (const template of templates) {
      const found = matched(template.texts, sentence);
      if (found) return this.#filled(template, found, phrases);
    }
    return undefined;
  }

  #filled({ holes, meaning }: Template, found: readonly string[], phrases: { left: number }): string {
    const texts = meaning.split(hole);
    return holesOf(meaning).reduce((all, name, i) => {
      const text = texts[i + 1] as string;
      const given = found[holes.indexOf(name.replace(/[=*]/, ''))] ?? '';
      const phrase = this.#inHole(name, given, phrases);
      return phrase === given ? all + given + text : joined(joined(all, phrase), text);
    }, texts[0] as string);
  }

  #inHole(name: string, given: string, phrases: { left: number }): string {
    if (name.startsWith('=') || given.length > longestPhrase) return given;
    const look = (part: string) => (phrases.left-- > 0 ? this.#find(part, this.#phrases, phrases) : undefined) ?? part;
    return name.startsWith('*') ? given.split('; ').map(look).join('；') : look(given);
  }
}

interface Looked {
  whole: ReadonlyMap<string, string>;
  templates: readonly Template[];
}

function looked(catalogues: readonly Sentences[]): Looked {
  const pairs = catalogues.flatMap((each) => Object.entries(each));
  const templates = pairs
    .filter(([said]) => hole.test(said))
    .map(([said, meaning]) => ({ texts: said.split(hole), holes: holesOf(said), meaning }))
    .sort((a, b) => lengthOf(b) - lengthOf(a));
  return { whole: new Map(pairs.filter(([said]) => !hole.test(said))), templates };
}

const hole = /\{(?:[=*]?\d|_)\}/;

export const holesOf = (text: string): string[] =>
  [...text.matchAll(/\{([=*]?\d|_)\}/g)].map(([, name]) => name as string);

const lengthOf = ({ texts }: Template): number => texts.reduce((sum, text) => sum + text.length, 0);

/** What stands in the holes: each as short as can be, the last one to the end. */
function matched(texts: readonly string[], sentence: string): string[] | undefined {
  const first = texts[0] as string;
  const last = texts.at(-1) as string;
  const end = sentence.length - last.length;
  if (first.length > end || !sentence.startsWith(first) || !sentence.endsWith(last)) return undefined;
  const found: string[] = [];
  let from = first.length;
  for (const text of texts.slice(1, -1)) {
    const at = sentence.indexOf(text, from);
    if (at < 0 || at + text.length > end) return undefined;
    found.push(sentence.slice(from, at));
    from = at + text.length;
  }
  return [...found, sentence.slice(from, end)];
}

const japaneseEnd = /[ー\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}、。）」]$/u;
const japaneseBegin = /^[ー\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}、。（「]/u;

/** Between Japanese and Japanese stands no space. */
function joined(left: string, right: string): string {
  const [before, after] = [left.trimEnd(), right.trimStart()];
  return japaneseEnd.test(before) && japaneseBegin.test(after) ? before + after : left + right;
}
