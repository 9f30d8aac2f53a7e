/** Why a run can not be shown, and whose it is to mend. */
import type { Code } from './api.ts';
import type { Hung } from './host.ts';
import type { Answer, NotLoadedWhy, Upcoming } from './messages.ts';

export type Trouble =
  /** The code of a node never returned. */
  | { kind: 'hung'; index: number; what: Upcoming }
  /** A file never came to its end when it was loaded. */
  | { kind: 'hung-at-load'; stage: string; who: string }
  /** A file could not be loaded. */
  | {
      kind: 'not-loaded';
      stage: string;
      who: string;
      why: NotLoadedWhy | { kind: 'told'; message: string; place: string };
    }
  /** Ours. */
  | { kind: 'broke'; message: string };

export function troubleOfHung({ index, what, loading }: Hung): Trouble {
  if (loading === undefined) return { kind: 'hung', index, what };
  const [who = '', stage = ''] = loading.split(' ');
  return { kind: 'hung-at-load', stage, who };
}

export function troubleFrom(
  answer: Extract<Answer, { kind: 'not-loaded' | 'broke' }>,
  code: Code | undefined,
): Trouble {
  if (answer.kind === 'broke') return answer;
  const [who = '', stage = ''] = answer.key.split(' ');
  const known = who === 'mine' ? code?.troubles.find((each) => each.stage === stage) : undefined;
  if (!known) return { kind: 'not-loaded', stage, who, why: answer.why };
  const { message, file, line, column } = known;
  return { kind: 'not-loaded', stage, who, why: { kind: 'told', message, place: `${file}:${line}:${column}` } };
}
