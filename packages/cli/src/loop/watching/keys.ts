/** The keys of `watch`, one at a time and without Enter. */

export type Key = 'again' | 'hint' | 'all' | 'quit';

/** Nothing where stdin is no terminal. Answers how to stop. */
export function onKeys(hear: (key: Key) => void, stdin: NodeJS.ReadStream = process.stdin): () => void {
  if (!stdin.isTTY) return () => {};
  const take = (typed: string): void => {
    for (const letter of typed) {
      const key = keyOf(letter);
      if (key) hear(key);
    }
  };
  stdin.setRawMode(true).setEncoding('utf8').resume().on('data', take);
  return () => {
    stdin.off('data', take).setRawMode(false).pause();
  };
}

function keyOf(letter: string): Key | undefined {
  switch (letter) {
    case '\r':
    case '\n':
      return 'again';
    case 'h':
    case '?':
      return 'hint';
    case 'a':
      return 'all';
    // Ctrl-C and Ctrl-D are letters in a terminal that is asked for each key.
    case 'q':
    case '\u0003':
    case '\u0004':
      return 'quit';
    default:
      return undefined;
  }
}
