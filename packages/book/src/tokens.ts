/**
 * Cuts a text into what the search looks for: words and the parts of camelCase ones; of Japanese, which has no spaces, single
 * characters and pairs of one script. They need no dictionary, so Node, which makes the index, and every browser cut alike.
 * VitePress hands this function to the browser as source text, so it may not use anything outside itself.
 */
export function tokens(text: string): string[] {
  const runs = /\p{sc=Han}+|\p{sc=Hiragana}+|[\p{sc=Katakana}ー]+|[\p{sc=Latin}\p{sc=Greek}\p{N}_]+/gu;
  const pairs = (run: string): string[] =>
    [...run].flatMap((character, place, all) => {
      const after = all[place + 1];
      return after ? [character, character + after] : [character];
    });
  const words = (run: string): string[] => {
    const parts = run.split(/(?<=\p{Ll})(?=\p{Lu})/u);
    return (parts.length > 1 ? [run, ...parts] : [run]).map((word) => word.toLowerCase());
  };
  return (text.match(runs) ?? []).flatMap((run) =>
    /^[\p{sc=Latin}\p{sc=Greek}\p{N}_]/u.test(run) ? words(run) : pairs(run),
  );
}
