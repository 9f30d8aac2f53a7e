/** Time: play, step, back, how fast, and the line on which one goes anywhere. */
import { words } from '../../words/words.ts';
import { Icon } from './icons.tsx';
import { back, length, play, playing, scene, seek, speed, step, story, switchTo, toNews } from './model.ts';
import { speeds, speedText, timeText } from './words.ts';

export const Transport = () => {
  const now = scene.value;
  if (!now) return null;
  const w = words.value.playground;
  const upcoming = words.value.run.upcoming(now.next);
  const stopped = now.broken !== undefined;
  return (
    <section class="transport card" aria-label={w.time}>
      <div class="transport-row">
        <fieldset class="buttons" aria-label={w.playAndStep}>
          <button
            type="button"
            class="round"
            aria-label={w.toBeginning}
            title={w.toBeginningKey}
            disabled={now.index === 0}
            onClick={() => void seek(0)}
          >
            <Icon name="start" />
          </button>
          <button
            type="button"
            class="round"
            aria-label={w.oneBack}
            title={w.oneBackKey}
            disabled={now.index === 0}
            onClick={() => void back()}
          >
            <Icon name="back" />
          </button>
          <button
            type="button"
            class="round primary"
            aria-label={playing.value ? w.pause : w.play}
            title={playing.value ? w.pauseKey : w.playKey}
            disabled={stopped}
            onClick={() => play()}
          >
            <Icon name={playing.value ? 'pause' : 'play'} />
          </button>
          <button
            type="button"
            class="round"
            aria-label={w.oneOn}
            title={w.oneOnKey}
            disabled={stopped}
            onClick={() => void step()}
          >
            <Icon name="step" />
          </button>
          <button
            type="button"
            class="round"
            aria-label={w.toNews}
            title={w.toNewsKey}
            disabled={stopped}
            onClick={() => void toNews()}
          >
            <Icon name="news" />
          </button>
        </fieldset>
        <output class="time-now">
          <strong>{timeText(now.view.at)}</strong>
          <span>{w.eventOf(now.index, length.value)}</span>
        </output>
        <Speed />
      </div>
      <Timeline />
      {story.value ? null : <Branches />}
      <p class="next quiet">{upcoming === '' ? <>&nbsp;</> : w.next(upcoming)}</p>
    </section>
  );
};

const Speed = () => (
  <label class="speed">
    <span>{words.value.playground.speed}</span>
    <input
      type="range"
      min={0}
      max={speeds.length - 1}
      step={1}
      value={speeds.indexOf(speed.value as (typeof speeds)[number])}
      aria-valuetext={words.value.playground.ofRealTime(speedText(speed.value))}
      onInput={(event) => {
        speed.value = speeds[Number(event.currentTarget.value)] ?? 1;
      }}
    />
    <span class="speed-text">{speedText(speed.value)}</span>
  </label>
);

const Timeline = () => {
  const now = scene.value;
  if (!now) return null;
  const w = words.value.playground;
  const end = Math.max(1, length.value);
  const forks = now.branches.filter(({ origin }) => origin?.branch === now.branch);
  return (
    <div class="timeline">
      <input
        type="range"
        aria-label={w.event}
        min={0}
        max={length}
        value={now.index}
        aria-valuetext={w.eventAt(now.index, length.value, timeText(now.view.at))}
        onInput={(event) => void seek(Number(event.currentTarget.value))}
      />
      <div class="marks" aria-hidden="true">
        {now.deeds.map((index) => (
          <i key={index} class="deed" style={{ left: `${(index / end) * 100}%` }} />
        ))}
        {forks.map(({ id, origin }) => (
          <i key={`fork ${id}`} class="fork" style={{ left: `${((origin?.index ?? 0) / end) * 100}%` }} />
        ))}
      </div>
    </div>
  );
};

/** Every future that has been seen, as a line that leaves another. */
const Branches = () => {
  const now = scene.value;
  if (!now || now.branches.length < 2) return null;
  const longest = Math.max(1, ...now.branches.map((branch) => branch.length));
  return (
    <fieldset class="branches" aria-label={words.value.playground.branches}>
      {now.branches.map(({ id, origin, length: events }) => {
        const from = origin?.index ?? 0;
        return (
          <button
            type="button"
            key={id}
            class={id === now.branch ? 'branch current' : 'branch'}
            aria-pressed={id === now.branch}
            aria-label={words.value.playground.branch(
              id + 1,
              events,
              origin && { branch: origin.branch + 1, index: from },
            )}
            onClick={() => void switchTo(id)}
          >
            <span class="branch-name">{id + 1}</span>
            <span class="branch-line">
              <i
                style={{
                  left: `${(from / longest) * 100}%`,
                  width: `${Math.max(1, ((events - from) / longest) * 100)}%`,
                }}
              />
            </span>
          </button>
        );
      })}
    </fieldset>
  );
};
