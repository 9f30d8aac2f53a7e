/** What a catalogue of sentences is: texts by their keys, with `{name}` where a value goes. */

/** The names between braces in a text. */
export type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

export type Values<Text extends string> = Record<Names<Text>, string | number>;

/**
 * A translation has each key of the source, with the same names in its text. Where one is missing, the type of that text is
 * a sentence that says which, so that the compiler prints it.
 */
export type Translation<Source extends Record<string, string>, Text extends Record<string, string>> = {
  [Key in keyof Source]: Key extends keyof Text
    ? [Names<Source[Key]>] extends [Names<Text[Key]>]
      ? [Names<Text[Key]>] extends [Names<Source[Key]>]
        ? string
        : `{${Exclude<Names<Text[Key]>, Names<Source[Key]>>}} is not in the English text`
      : `{${Exclude<Names<Source[Key]>, Names<Text[Key]>>}} of the English text is missing`
    : string;
};

export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}
