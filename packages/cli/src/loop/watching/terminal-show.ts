/** Shows the round that is under way on a terminal, always in one place. */
import { hintsOf } from '../../words/milestones.ts';
import { firstFailure, type Round } from './round.ts';
import { openScreen, type Screen } from './screen.ts';
import type { Show } from './session.ts';
import { view } from './view.ts';

export function terminalShow(screen: Screen = openScreen()): Show {
  let current: Round | undefined;
  /** What stays on the screen until there is something new to say, so that it does not flicker. */
  let before: Round | undefined;
  let hinted: { milestone: string; hints: readonly string[] } | undefined;
  let all = false;

  const draw = (): void => {
    const round = current && (current.firstMs !== undefined || current.trouble || !before) ? current : before;
    if (!round) return;
    const failing = firstFailure(round)?.id;
    const hints = hinted !== undefined && hinted.milestone === failing ? hinted.hints : [];
    screen.draw((rows, columns) => view({ round, hints, all }, rows, columns));
  };

  return {
    begun(round) {
      before = current?.stage.name === round.stage.name ? current : undefined;
      current = round;
      draw();
    },
    heard: draw,
    ended: draw,
    toggleAll() {
      all = !all;
      draw();
    },
    hint(step) {
      const failing = current && firstFailure(current);
      if (!current || !failing) return;
      const thought = current.milestones.find(({ id }) => id === failing.id)?.hint ?? '';
      const hints = hintsOf(current.stage.name, failing.id, thought).slice(0, step(failing.id));
      hinted = { milestone: failing.id, hints };
      draw();
    },
    close: () => screen.close(),
  };
}
