/** One step of a run as lines: what happened, what changed by it in its node, and what the node did. */
import type { Shape } from '@weekend/protocol';
import type { Change, Step } from '@weekend/transcript';
import { clipped, paint, wrapped } from '../paper.ts';
import { say } from '../words/say.ts';

/** More places than that are told by their number. */
const mostChanges = 12;

export function stepLines(step: Step<Shape>, place: number, of: number): string[] {
  const number = `${String(place + 1).padStart(String(of).length)}/${of}  `;
  const when = paint('dim', `${step.at.toFixed(1)} ms`);
  const changes = step.changes.slice(0, mostChanges).map((change) => clipped(told(change), '        '));
  const left = step.changes.length - changes.length;
  return [
    ...wrapped(step.text, number).map((line) => paint('bold', line)),
    `        ${when}`,
    ...changes,
    ...(left > 0 ? [`        ${say('step-more', { count: left })}`] : []),
    ...step.effects.map((effect) => clipped(effect, '        ')),
  ];
}

/** All that the step's node knows, one field a line. */
export function stateLines({ node, state }: Step<Shape>): string[] {
  if (node === undefined) return [];
  if (state === undefined) return [`  ${say('step-down', { node })}`];
  const fields = Object.entries(state).map(([name, value]) => clipped(`${name}  ${JSON.stringify(value)}`, '    '));
  return [`  ${say('step-knows', { node })}`, ...fields];
}

function told({ path, before, after }: Change): string {
  if (before === undefined) return `${path} = ${JSON.stringify(after)}`;
  if (after === undefined) return say('step-gone', { path, value: JSON.stringify(before) });
  return `${path}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`;
}
