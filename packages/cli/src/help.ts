/** How `--help` looks: in the language of whoever asks, and in columns that wide letters keep in line. */
import type { Command, Option } from 'commander';
import { length, wrapped } from './paper.ts';
import { type PlainKey, say } from './words/say.ts';

/** Also for the commands that are added below it from now on. */
export function withHelp(command: Command): Command {
  return command
    .helpOption('-h, --help', say('help-of-help'))
    .helpCommand('help [command]', say('help-of-help'))
    .configureHelp({
      // Narrow columns are wrapped, too: Commander would let their lines run over the edge.
      minWidthToWrap: 20,
      displayWidth: length,
      boxWrap: (text, columns) => wrapped(text, '', columns).join('\n'),
      styleTitle: heading,
      styleUsage: withPlaces,
      styleSubcommandTerm: withPlaces,
      optionDescription: described,
    });
}

/** By what Commander calls them. */
const headings: Readonly<Record<string, PlainKey>> = {
  'Usage:': 'help-usage',
  'Arguments:': 'help-arguments',
  'Options:': 'help-options',
  'Commands:': 'help-commands',
};

function heading(title: string): string {
  const key = headings[title];
  return key === undefined ? title : say(key);
}

/** The places that Commander itself puts into a usage. */
const withPlaces = (usage: string): string =>
  usage.replace('[options]', say('help-some-options')).replace('[command]', say('help-some-command'));

function described({ description, defaultValue, required, optional }: Option): string {
  if (defaultValue === undefined || !(required || optional)) return description;
  const extra = say('help-default', { value: JSON.stringify(defaultValue) });
  return say('help-with-default', { text: description, extra });
}
