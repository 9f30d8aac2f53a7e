/** What went wrong with a command line, as one sentence: what was attempted, what is, what was wanted. */
import { CommanderError, InvalidArgumentError } from 'commander';
import { CannotRun } from './cannot-run.ts';
import { quoted, weekend } from './command-line.ts';
import { say } from './words/say.ts';

export function apology(error: unknown, words: readonly string[]): string {
  if (error instanceof CannotRun) return error.message;
  const command = ['weekend', ...words.map(quoted)].join(' ');
  if (error instanceof CommanderError)
    return say('typed-wrong', { command, complaint: complaint(error), help: helpFor(words) });
  if (error instanceof Error && isMachines(error))
    return say('typed-machine', { command, told: error.message, doctor: `${weekend()} doctor` });
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return say('typed-our-fault', { command, told });
}

/** The system would not let us: the disk is full, or may only be read. */
const isMachines = ({ code }: NodeJS.ErrnoException): boolean =>
  ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE', 'EIO'].includes(code ?? '');

/** Parses the number behind `--seed`. */
export function wholeNumber(text: string): number {
  return numberFrom(text, 0);
}

/** Parses the number behind `--seeds`. */
export function positiveNumber(text: string): number {
  return numberFrom(text, 1);
}

const most = 2 ** 32 - 1;

function numberFrom(text: string, least: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new InvalidArgumentError(say('wanted-whole-number', { least, most }));
}

function complaint({ code, message }: CommanderError): string {
  // Commander shows its help where a command has only commands below it and none was named.
  if (code === 'commander.help') return say('typed-needs-word');
  const said = message.replace(/^error: /, '');
  for (const { pattern, inOurs } of mistakes) {
    const [, ...parts] = pattern.exec(said) ?? [];
    if (parts.length > 0) return inOurs(parts);
  }
  return said.replaceAll(/\.\s+/g, '; ').replace(/\.$/, '');
}

/** What Commander says of a mistake, and how we say it. */
const mistakes: readonly { pattern: RegExp; inOurs(parts: readonly (string | undefined)[]): string }[] = [
  {
    pattern: /^unknown option '(.+?)'(?:\n\(Did you mean (.*)\?\))?$/s,
    inOurs: ([option = '', meant]) => say('typed-unknown-option', { option, meant: suggested(meant) }),
  },
  {
    pattern: /^unknown command '(.+?)'(?:\n\(Did you mean (.*)\?\))?$/s,
    inOurs: ([command = '', meant]) => say('typed-unknown-command', { command, meant: suggested(meant) }),
  },
  {
    pattern: /^missing required argument '(.+)'$/,
    inOurs: ([argument = '']) => say('typed-no-argument', { argument }),
  },
  {
    pattern: /^option '(.+)' argument missing$/,
    inOurs: ([option = '']) => say('typed-no-value', { option }),
  },
  {
    pattern: /^required option '(.+)' not specified$/,
    inOurs: ([option = '']) => say('typed-no-option', { option }),
  },
  {
    pattern: /^option '(.+?)' argument '(.*)' is invalid\. (.*)$/s,
    inOurs: ([option = '', value = '', wanted = '']) => say('typed-wrong-value', { option, value, wanted }),
  },
  {
    pattern: /^too many arguments for '(.+)'\. Expected (\d+) arguments? but got (\d+): (.*)\.$/s,
    inOurs: ([command = '', wanted = '', given = '', words = '']) =>
      say('typed-too-many', { command, wanted, given, words }),
  },
];

function suggested(meant: string | undefined): string {
  if (meant === undefined) return '';
  const several = /^one of (.*)$/s.exec(meant)?.[1];
  return several === undefined ? say('typed-meant', { name: meant }) : say('typed-meant-one-of', { names: several });
}

function helpFor(words: readonly string[]): string {
  const command = words.find((word) => !word.startsWith('-'));
  const known = commandNames.includes(command ?? '');
  return `${weekend()} ${known ? `${command} ` : ''}--help`;
}

/** Each has a help of its own. */
export const commandNames = [
  'status',
  'grade',
  'replay',
  'check',
  'watch',
  'hint',
  'diff',
  'reset',
  'catch-up',
  'undo',
  'cluster',
  'bench',
  'class',
  'workbench',
  'join',
  'leave',
  'unlock',
  'kit',
  'doctor',
];
