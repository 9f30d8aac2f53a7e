/** For the mutants and variants beside the reference: a world like another, in which some calls do something else. */
import type { Shape, World } from '@weekend/protocol';

export const altered = <S extends Shape>(world: World<S>, changes: Partial<World<S>>): World<S> => ({
  now: world.now,
  save: (saved) => world.save(saved),
  send: (to, message) => world.send(to, message),
  setTimer: (timer, min, max) => world.setTimer(timer, min, max),
  clearTimer: (timer) => world.clearTimer(timer),
  choose: (options) => world.choose(options),
  ...changes,
});

/** In which what is sent is changed on the way; `undefined` is not sent at all. */
export const sending = <S extends Shape>(
  world: World<S>,
  change: (message: S['Message'], to: string) => S['Message'] | undefined,
): World<S> =>
  altered(world, {
    send(to, message) {
      const changed = change(message, to);
      if (changed !== undefined) world.send(to, changed);
    },
  });
