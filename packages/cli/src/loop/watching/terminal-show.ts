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

  let patience: NodeJS.Timeout | undefined;

  const onScreen = (): Round | undefined =>
    current && (current.firstMs !== undefined || current.trouble || !before) ? current : before;

  const draw = (): void => {
    const round = onScreen();
    if (!round) return;
    const failing = firstFailure(round)?.id;
    const hints = hinted !== undefined && hinted.milestone === failing ? hinted.hints : [];
    screen.draw((rows, columns) => view({ round, hints, all, proving: current }, rows, columns));
  };

  /** A loop without an end takes seconds to find out; nobody may read the last save's verdict as this one's. */
  const forget = (): void => {
    before = undefined;
    draw();
  };

  return {
    begun(round) {
      before = current?.stage.name === round.stage.name ? onScreen() : undefined;
      current = round;
      clearTimeout(patience);
      patience = setTimeout(forget, staysMs);
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
    close() {
      clearTimeout(patience);
      screen.close();
    },
  };
}

/** How long a verdict stays while the next one is awaited. */
const staysMs = 1_000;
