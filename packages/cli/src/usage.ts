/** What went wrong with a command line, as one sentence: what was attempted, what is, what was wanted. */
import { CommanderError, InvalidArgumentError } from 'commander';
import { CannotRun } from './cannot-run.ts';
import { quoted, weekend } from './command-line.ts';

export function apology(error: unknown, words: readonly string[]): string {
  if (error instanceof CannotRun) return error.message;
  const attempted = ['weekend', ...words.map(quoted)].join(' ');
  if (error instanceof CommanderError) return `Cannot run "${attempted}": ${complaint(error)}; ${whereToLook(words)}`;
  const told = error instanceof Error ? error.stack : String(error);
  return `Cannot run "${attempted}": our own code broke, which is not your fault: ${told}`;
}

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
  throw new InvalidArgumentError(`wanted a whole number from ${least} to ${most}`);
}

function complaint({ code, message }: CommanderError): string {
  // Commander shows its help where a command has only commands below it and none was named.
  if (code === 'commander.help') return 'it needs one more word';
  return message
    .replace(/^error: /, '')
    .replace(/\n?\(Did you mean (.*)\?\)/s, ' (did you mean $1?)')
    .replaceAll(/\.\s+/g, '; ')
    .replace(/\.$/, '');
}

function whereToLook(words: readonly string[]): string {
  const command = words.find((word) => !word.startsWith('-'));
  const known = commandNames.includes(command ?? '');
  return `"${weekend()} ${known ? `${command} ` : ''}--help" shows what is wanted.`;
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
