/** `weekend diff`: what a student has changed since the stub or the last pass, or what differs from the reference. */
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { CannotRun, type ExitCode, exitCodes } from '../cannot-run.ts';
import { weekend } from '../command-line.ts';
import { type Desk, desk } from '../loop/desk.ts';
import { lastPass } from '../loop/last-pass.ts';
import { textOf } from '../loop/whole-file.ts';
import { print, printJson } from '../output.ts';
import { harmless, paint } from '../paper.ts';
import { shown } from '../places.ts';
import { findStage, type Stage } from '../stages.ts';
import { didYouMean } from '../words/did-you-mean.ts';
import { say } from '../words/say.ts';

export interface DiffOptions {
  against: string;
  json?: boolean;
}

const sides = ['stub', 'pass', 'reference'] as const;

/** Exit code 0: there is no difference. */
export function diff(word: string, { against, json = false }: DiffOptions, at: Desk = desk): ExitCode {
  const stage = findStage(word, say('do-run', { command: 'diff' }));
  const other = side(stage, against, at);
  const mine = textOf(at.mine(stage));
  if (mine === undefined)
    throw new CannotRun(say('no-file', { attempt: say('do-run', { command: `diff ${word}` }), file: at.mine(stage) }));
  // Told as what would have to be done to the other to get one's own; to the reference it is the way there.
  const towards = against === 'reference';
  const [before, after] = towards ? [mine, other.text] : [other.text, mine];
  const [nameBefore, nameAfter] = towards ? [shown(at.mine(stage)), other.name] : [other.name, shown(at.mine(stage))];
  const same = lines(before) === lines(after);
  const patch = createTwoFilesPatch(nameBefore, nameAfter, lines(before), lines(after), '', '', {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  if (json) printJson({ stage: stage.name, against, name: other.name, same, patch: same ? '' : patch });
  else print(same ? say('diff-same', { file: shown(at.mine(stage)), other: other.name }) : painted(patch));
  return same ? exitCodes.holds : exitCodes.fellShort;
}

function side(stage: Stage, against: string, at: Desk): { name: string; text: string } {
  const which = sides.find((each) => each === against);
  switch (which) {
    case 'stub':
      return { name: say('diff-stub'), text: at.fresh(stage) };
    case 'pass': {
      const pass = lastPass(at, stage);
      if (!pass) throw new CannotRun(say('no-pass', { stage: stage.name }));
      return {
        name: say('diff-pass', { ...pass.points, at: pass.at.slice(0, 16).replace('T', ' ') }),
        text: pass.text,
      };
    }
    case 'reference': {
      const file = at.reference(stage);
      const text = textOf(file);
      if (text === undefined)
        throw new CannotRun(
          say('no-reference', {
            attempt: say('do-run', { command: `diff ${stage.name}` }),
            file: shown(file),
            command: `${weekend()} unlock ${stage.name} KEY`,
          }),
        );
      return { name: shown(file), text };
    }
    case undefined:
      throw new CannotRun(
        say('no-side', { word: against, meant: didYouMean(against, sides), sides: sides.join(', ') }),
      );
    default:
      return which satisfies never;
  }
}

/** Whatever an editor of Windows does to the ends of lines is no difference. */
const lines = (text: string): string => text.replaceAll('\r\n', '\n');

function painted(patch: string): string {
  return harmless(patch)
    .split('\n')
    .map((line) => {
      if (/^(---|\+\+\+)/.test(line)) return paint('bold', line);
      if (line.startsWith('+')) return paint('green', line);
      if (line.startsWith('-')) return paint('red', line);
      return line.startsWith('@@') ? paint('cyan', line) : line;
    })
    .join('\n');
}
