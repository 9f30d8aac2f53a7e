/** What has happened, in words: for whoever reads, and for whoever listens. */
import { computed, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Scroller } from '../../scroller.tsx';
import { words } from '../../words/words.ts';
import { scene, seek, told } from './model.ts';
import { lineOf, timeText } from './words.ts';

const withRoutine = signal(false);

/** Only so many lines are on the page, since it is drawn anew for every picture. */
const most = 80;

const lines = computed(() => told.value.filter(({ weight }) => withRoutine.value || weight !== 'routine').slice(-most));

export const Events = () => {
  const list = useRef<HTMLElement>(null);
  const last = lines.value.at(-1)?.index;
  useEffect(() => {
    const place = list.current;
    if (place && last !== undefined) place.scrollTop = place.scrollHeight;
  }, [last]);
  const w = words.value.playground;
  return (
    <section class="card events" aria-label={w.events}>
      <header>
        <h2>{w.events}</h2>
        <label class="check">
          <input
            type="checkbox"
            checked={withRoutine}
            onChange={(event) => {
              withRoutine.value = event.currentTarget.checked;
            }}
          />
          {w.heartbeatsToo}
        </label>
      </header>
      <Scroller place={list} class="event-list" label={w.eventList}>
        <ol>
          {lines.value.map((happening) => {
            const { index, at, weight, byHand } = happening;
            return (
              <li
                key={index}
                class={`event ${weight}${byHand ? ' by-hand' : ''}${index === scene.value?.index ? ' now' : ''}`}
              >
                <button type="button" title={w.goThere} onClick={() => void seek(index)} tabIndex={-1}>
                  <time>{timeText(at)}</time>
                  <span>{lineOf(happening)}</span>
                </button>
              </li>
            );
          })}
          {lines.value.length === 0 ? <li class="quiet">{w.nothingYet}</li> : null}
        </ol>
      </Scroller>
    </section>
  );
};
