/** The page of the book, in English. */

export const book = {
  chapters: 'Chapters',
  opening: 'Opening the book …',
  search: 'Search the book',
  nothing: 'Nothing found.',
  found: (count: number) => `${count} found`,
  turn: 'Turn the page',
  run: 'Run',
  runAgain: 'Run again',
  notEnded: (seconds: number) => `It has not ended after ${seconds} s, and was stopped.`,
  stopped: 'Stopped.',
  hasRun: 'It has run.',
  notLoaded: 'The piece did not load.',
  failed: 'It failed.',
  printed: 'What it printed',
};
