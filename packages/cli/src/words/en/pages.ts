/** What stands on the pages that commands write: of a run, and of a class. */

export const pagesWords = {
  'run-diagram': '{title}: space-time diagram',
  'run-diagram-label': 'Space-time diagram',
  'run-how':
    'Time goes down, one row a step. Choose a step by mouse, Tab, or the arrow keys; its node’s state stands beside it.',
  'run-receives': 'receives',
  'run-timer': 'a timer fires',
  'run-boots': 'boots again',
  'run-lost': 'crash, or a lost message',
  'run-never': 'never arrives',
  'run-step': 'Step',
  'run-steps': 'The steps',
  'run-again': 'Again:',
  'run-place': '{place} of {all}: {text}',
  'run-was': '(was {value})',

  'class-summary': '{count} submissions, {all} of which hold in everything.',
  'class-students': 'Students',
  'class-note': 'note',
  'class-trust': 'Verdicts are reached in another process than the code’s, from answers that are looked at one by one.',
  'class-trust-not':
    ' Not so in {stages}: their functions take functions and answer with promises, so there the suite runs beside the code, behind the same fence as in weekend grade. Whoever breaks out of that fence could claim what he likes: look at the code of those whom you do not know.',
  'class-milestone': 'milestone',
  'class-hold': 'hold',
  'class-together': 'Mistakes that come together',
  'class-together-none': 'No two students fail the same milestones.',
  'class-together-are':
    'Students who fail the very same milestones of a stage: perhaps one explanation helps them all.',
  'class-stage': 'stage',
  'class-who': 'students',
  'class-which': 'milestones',
  'class-read-first': 'what most of them read first',
  'class-similar': 'Code that is alike',
  'class-similar-is':
    'What two submissions share of all that they have beyond the stub, in pieces of eight words; names that somebody made up count as equal, comments and layout not at all. 100 % is the same code, however it is named. It is a reason to talk, and proves nothing: these stages are short, the paper leaves few ways to write them, and who has learned together writes alike. Of less than thirty pieces say nothing.',
  'class-similar-none': 'No two are more alike than 60 %.',
  'class-similarity': 'alike',
  'class-pieces': 'pieces',
  'class-points-of': '{earned} of {possible} points',
  'class-points-sentence': '{earned} of {possible} points.',
  'class-refused': 'This submission could not be taken: {why}.',
  'class-missing': 'Not handed in.',
  'class-stage-refused': 'It could not be taken: {why}.',
  'class-our-fault': 'It was not graded, which is nobody’s fault but ours; it will be when the class is graded again.',
  'class-seed': 'Random runs from seed {seed} on.',
  'class-worth': '{earned} of {possible}',
} as const;
