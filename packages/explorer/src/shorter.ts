/** A path made shorter: steps are left out, as long as what remains can still happen and still ends in the same way. */
import type { Shape } from '@weekend/protocol';
import { led, type Model, violated } from './model.ts';
import type { Path } from './path.ts';
import type { Step } from './steps.ts';

export function shorter<S extends Shape, Past extends object>(model: Model<S, Past>, path: Path<S>): Path<S> {
  let best = path;
  for (let size = Math.ceil(path.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let start = best.boots; start < best.steps.length; ) {
      const tried = again(model, best, [...best.steps.slice(0, start), ...best.steps.slice(start + size)]);
      if (tried) best = tried;
      else start += size;
    }
  return best;
}

/** The same steps as far as they can be taken, until it ends as the path did. */
function again<S extends Shape, Past extends object>(
  model: Model<S, Past>,
  path: Path<S>,
  wanted: readonly Step<S>[],
): Path<S> | undefined {
  const rows = [path.rows[0] as Int32Array];
  const steps: Step<S>[] = [];
  for (const each of wanted) {
    const row = rows.at(-1) as Int32Array;
    const move = find(model, row, keyOf(each));
    if (!move) continue;
    const next = new Int32Array(row.length);
    const how = model.follow(row, ...move, next);
    const step = model.stepOf(row, ...move);
    if (endsAlike(model, path, how, step))
      return { steps: [...steps, step], boots: path.boots, how, answer: model.answer, rows };
    if (how !== led) continue;
    steps.push(step);
    rows.push(next);
  }
  return undefined;
}

function find<S extends Shape, Past extends object>(
  model: Model<S, Past>,
  row: Int32Array,
  key: string,
): [node: number, index: number] | undefined {
  for (let node = 0; node < model.cluster.length; node++)
    for (let index = 0; index < model.moveCount(row, node); index++)
      if (keyOf(model.stepOf(row, node, index)) === key) return [node, index];
  return undefined;
}

function endsAlike<S extends Shape, Past extends object>(
  model: Model<S, Past>,
  path: Path<S>,
  how: number,
  step: Step<S>,
): boolean {
  if (how !== path.how) return false;
  if (how === violated) return model.watch.violation(model.answer).rule === model.watch.violation(path.answer).rule;
  const last = path.steps.at(-1);
  return step.kind === 'turn' && last?.kind === 'turn' && step.problem?.message === last.problem?.message;
}

/** What happens in a step, whatever the node knows: the same message, the same choices, the same crash. */
function keyOf<S extends Shape>(step: Step<S>): string {
  switch (step.kind) {
    case 'turn': {
      const { occasion, choices } = step.turn;
      const what = occasion.kind === 'start' ? 'start' : JSON.stringify(occasion);
      return JSON.stringify([step.node, what, choices, step.injected, step.crash ?? null]);
    }
    case 'crash':
    case 'given':
      return `${step.kind} ${step.node}`;
    case 'lose':
    case 'repeat':
      return `${step.kind} ${step.packet}`;
    default:
      return step satisfies never;
  }
}
