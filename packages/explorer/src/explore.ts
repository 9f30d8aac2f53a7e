/** The explorer's one entry: searches, and says what came of it. */
import type { Address, Shape } from '@weekend/protocol';
import { Model, violated, wentWrong } from './model.ts';
import { type Path, pathOf, pathTo } from './path.ts';
import type { Question } from './question.ts';
import { type Finding, Search } from './search.ts';
import { shorter } from './shorter.ts';
import { tellPath } from './story.ts';
import { absent } from './tables.ts';
import type { TurnTaken } from './turns.ts';
import type { Counts, Found, GoalResult, Searched, Verdict } from './verdict.ts';

export function explore<S extends Shape, Past extends object = object>(question: Question<S, Past>): Verdict<S> {
  const search = new Search(new Model(question));
  search.run();
  const counts = count(search);
  if (search.found) return { ...counts, ...judge(search, search.found) };
  const changed = findChanged(search, search.model.turns.taken);
  return { ...counts, ...(changed ?? conclude(search)) };
}

function count<S extends Shape, Past extends object>(search: Search<S, Past>): Counts {
  const { size, transitions, depth, outside, bytes, model } = search;
  return { states: size, transitions, turns: model.turns.taken.length, depth, outside, bytes };
}

function judge<S extends Shape, Past extends object>(search: Search<S, Past>, found: Finding): Found<S> {
  const { model } = search;
  const path = pathOf(search, found);
  // Each turn of the story once more, before anybody is told that it went so.
  const turns = path.steps.flatMap((step) => (step.kind === 'turn' ? [step.turn] : []));
  const changed = findChanged(search, turns, path);
  if (changed) return changed;
  const shortest = search.isBreadthFirst ? path : shorter(model, path);
  const run = tellPath(model, shortest);
  if (shortest.how === violated) {
    const { rule, message } = model.watch.violation(shortest.answer);
    return { kind: 'violated', rule, message, run };
  }
  const last = shortest.steps.at(-1);
  if (shortest.how !== wentWrong || last?.kind !== 'turn' || !last.problem)
    throw new Error(`Cannot tell what was found: the last move was ${shortest.how}`);
  return { ...last.problem, node: model.cluster[last.node] as Address, run };
}

/** The last turns first: another order than the one in which they were taken. */
function findChanged<S extends Shape, Past extends object>(
  search: Search<S, Past>,
  turns: readonly TurnTaken<S>[],
  path?: Path<S>,
): Found<S> | undefined {
  const { model } = search;
  for (const turn of turns.toReversed()) {
    const message = model.turns.changedSince(turn);
    if (message === undefined) continue;
    const node = model.cluster[turn.node] as Address;
    return {
      kind: 'broken-contract',
      node,
      message,
      run: tellPath(model, path ?? pathTo(search, search.firstWith(turn))),
    };
  }
  return undefined;
}

function conclude<S extends Shape, Past extends object>(search: Search<S, Past>): Searched<S> {
  const { model, goals } = search;
  const results = goals.progress.map(({ goal, reachedAt, nearest, distance }): GoalResult<S> => {
    const reached = reachedAt !== absent;
    const at = reached ? reachedAt : nearest;
    return {
      name: goal.name,
      reached,
      ...(Number.isFinite(distance) && { distance }),
      ...(at !== absent && { run: tellPath(model, pathTo(search, at)) }),
    };
  });
  if (search.isExhausted) return { kind: 'exhausted', goals: results };
  const atGoals = model.setting.stopAtGoals === true && goals.areReached;
  return { kind: atGoals ? 'reached' : 'budget-spent', goals: results };
}
