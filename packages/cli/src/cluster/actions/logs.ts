/** `weekend cluster logs`: what one node or all nodes have printed, and with `--follow` what they print from now on. */
import { type ExitCode, exitCodes } from '../../cannot-run.ts';
import { print } from '../../output.ts';
import { harmless } from '../../paper.ts';
import { say } from '../../words/say.ts';
import { nodeFrom } from '../asked.ts';
import type { Fleet } from '../fleet.ts';
import { usualFleet } from '../fleets.ts';
import { interruptible } from '../interrupts.ts';

export async function logs(node: string | undefined, { follow }: { follow?: boolean }): Promise<ExitCode> {
  const attempt = say('do-show-logs');
  const fleet = await usualFleet(attempt);
  const ids = node === undefined ? fleet.plan.nodes.map(({ id }) => id) : [nodeFrom(node, fleet.plan, attempt)];
  if (follow)
    await interruptible('', async (signal) => {
      await Promise.all(ids.map((id) => fleet.logs(id, wholeLines(), signal)));
    });
  else print(inOrder(await Promise.all(ids.map((id) => textOf(fleet, id)))));
  return exitCodes.holds;
}

async function textOf(fleet: Fleet, id: string): Promise<string> {
  let text = '';
  await fleet.logs(id, (more) => {
    text += more;
  });
  return text;
}

/** Prints only whole lines, so that those of several nodes do not run into each other. */
function wholeLines(): (text: string) => void {
  let begun = '';
  return (text) => {
    begun += text;
    const end = begun.lastIndexOf('\n') + 1;
    if (end > 0) print(harmless(begun.slice(0, end)));
    begun = begun.slice(end);
  };
}

/** By the time at the beginning of each line; a line without one belongs to the line before it. */
function inOrder(texts: readonly string[]): string {
  const entries = texts.flatMap((text) => text.split(/\n(?=\d{4}-\d\d-\d\dT)/)).filter((entry) => entry.trim() !== '');
  const time = (entry: string) => entry.slice(0, '2000-01-01T00:00:00.000Z'.length);
  return harmless(
    entries
      .sort((a, b) => (time(a) < time(b) ? -1 : 1))
      .map((entry) => entry.trimEnd())
      .join('\n'),
  );
}
