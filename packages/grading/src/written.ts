/** A milestone asks for its own handlers only: the others do nothing for as long as they are not written. */
import { BrokenContract } from '@weekend/protocol';
import { isNotWritten } from './thrown.ts';

/** `answering`: the handlers that answer something. What the others return is nobody's business. */
export function asFarAsWritten<Stage extends object>(
  stage: Stage,
  needed: readonly (keyof Stage)[],
  answering: readonly (keyof Stage)[] = [],
): Stage {
  const wrapped: Record<string, unknown> = {};
  for (const handler of functionsOf(stage)) {
    const own = stage[handler] as unknown;
    if (typeof own !== 'function') continue;
    wrapped[handler] = (...given: unknown[]): unknown => {
      const returned = needed.includes(handler) ? own.apply(stage, given) : orNothing(() => own.apply(stage, given));
      if (returned instanceof Promise)
        throw new BrokenContract(`${handler} is async; wanted it to be done when it returns`);
      return answering.includes(handler) ? returned : undefined;
    };
  }
  return wrapped as Stage;
}

/** A stage may be an instance of a class, whose functions are its prototype's. */
function functionsOf<Stage extends object>(stage: Stage): Set<keyof Stage & string> {
  const names = new Set<string>();
  for (let each: object = stage; each !== Object.prototype && each !== null; each = Object.getPrototypeOf(each))
    for (const name of Object.getOwnPropertyNames(each)) if (name !== 'constructor') names.add(name);
  return names as Set<keyof Stage & string>;
}

function orNothing(handle: () => unknown): unknown {
  try {
    return handle();
  } catch (error) {
    if (isNotWritten(error)) return undefined;
    throw error;
  }
}
