/** The page of grades, in English. */

export const grade = {
  stages: 'Stages',
  looking: 'Looking at your stages …',
  points: (count: number) => `${count} points`,
  ofPoints: (possible: number) => ` of ${possible} points`,
  score: (earned: number, possible: number) => `${earned} of ${possible} points`,
  /** Around the name of the file. */
  gradedOnSave: { before: '', after: ' is graded whenever you save it.' },
  now: 'Grade now',
  again: 'Grade again',
  underWay: (saved: boolean, done: number, count: number) =>
    `${saved ? 'Saved, and being graded' : 'Being graded'}: ${done} of ${count} milestones`,
  notYet: 'Not graded since the workbench was opened.',
  done: (seconds: string) => `Graded in ${seconds} s. Waiting for you to save.`,
  yourCodePrinted: 'Your code printed',
  whatYourCodePrinted: 'What your code printed',
  allHolds: 'All of it holds',
  seeItLead: 'Now see it lead: ',
  nextStage: 'On to the next stage. ',
  startCluster: 'start a real cluster of it',
  howThisWorks: 'How this works',
  inALetter: 'What broke, in a letter',
  letterIs:
    'Where a milestone does not hold, you read here which rule of the paper was broken, the shortest story that breaks it, and a hint if you want one.',
  told: (holds: number, all: number, next: string) => `${holds} of ${all} milestones hold. ${next}.`,
  toldFirst: (title: string, message: string) => `${title}: ${message}`,

  milestones: 'Milestones',
  holds: 'holds',
  broken: 'does not hold',
  'not-written': 'not written yet',
  unknown: 'not graded',
  waiting: 'being proved',
  rule: 'Rule',

  whatIsNext: 'What is next',
  next: (title: string) => `Next: ${title}`,
  /** Around the name of the file. */
  writeIt: { before: 'Write it in ', after: ' and save.' },
  whatBroke: 'What broke',
  notToItsEnd: 'Your file can not be graded to its end',
  seeIt: 'See it in the playground',
  where: 'Where',
  story: 'The story',
  storyLines: 'The story, one event a line',
  inTheTerminal: 'Again in the terminal',
  copy: 'Copy',
  copyWhat: ' the command',
  copied: 'The command is copied.',
  notCopied: 'The browser does not allow to copy; select the command instead.',

  hintsFor: (title: string) => `Hints for “${title}”`,
  hint: (step: number) => `Hint ${step}`,
  showHint: 'Show a hint',
  oneMore: (left: number) => `One more, of ${left} that are left`,
  hintFor: (title: string) => ` for “${title}”`,
};
