/** A deed by its own words. In a transcript and in a file that is saved they are English, wherever they are read. */
import type { Deed } from './action.ts';

/** What somebody did at the workbench, what the transcript says of it, and whether it could be done. */
export interface ByHand {
  deed: Deed;
  line: string;
  done: boolean;
}

export function handText({ deed, line, done }: ByHand): string {
  const own = deedText(deed);
  if (!done) return `By hand: ${own}, which was not possible`;
  return line === '' || line === own ? `By hand: ${own}` : `By hand: ${own}: ${line}`;
}

export function deedText(deed: Deed): string {
  switch (deed.kind) {
    case 'crash':
    case 'restart':
    case 'pause':
    case 'resume':
      return `${deed.kind} ${deed.node}`;
    case 'cut':
    case 'join':
      return `${deed.kind} ${deed.from} -> ${deed.to}`;
    case 'heal':
      return 'heal';
    case 'drop':
    case 'duplicate':
    case 'deliver':
      return `${deed.kind} message ${deed.id}`;
    case 'hold':
      return `hold message ${deed.id} back for ${deed.by} ms`;
    case 'fire':
      return `fire the ${deed.timer} timer of ${deed.node}`;
    case 'ask':
      return deed.ask.kind === 'put'
        ? `ask ${deed.node} to put ${deed.ask.key}=${deed.ask.value}`
        : `ask ${deed.node} to ${deed.ask.kind}`;
    default:
      return deed satisfies never;
  }
}
