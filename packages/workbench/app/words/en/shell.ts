/** What stands around every page, and what more than one of them says, in English. */

export const shell = {
  skip: 'Skip to the page',
  pages: 'Pages',
  titles: { playground: 'Playground', grade: 'Grade', cluster: 'Cluster', book: 'Book' },
  useLight: 'Use the light theme',
  useDark: 'Use the dark theme',
  light: 'Light theme',
  dark: 'Dark theme',
  opening: (page: string) => `Opening ${page} …`,
  notLoaded: (page: string, why: string) =>
    `Cannot open ${page}: its files did not load (${why}); start the workbench again.`,
  noAnswer: 'The workbench does not answer. Is it still running in the terminal?',
  gone: 'The workbench does not answer. Start it again in the terminal, and this page goes on.',
  notRead: (path: string, status: number) => `Cannot read ${path}: the workbench answered ${status}`,
  leaveIt: 'Leave it',
  mine: 'your code',
  reference: 'the reference',
  /** A full stop where the sentence has no end yet. */
  ended: (text: string) => (/[.!?…。]$/.test(text) ? text : `${text}.`),
};
