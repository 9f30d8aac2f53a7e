/** The same run as a space-time diagram, which scrolls along with it. */
import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Scroller } from '../../scroller.tsx';
import { words } from '../../words/words.ts';
import { playing, request, scene, seek } from './model.ts';

/** While time flows, drawn anew so often, in milliseconds: a drawing has thousands of parts. */
const every = 500;

export const SpaceTime = () => {
  const drawing = useSignal<{ svg: string; events: number[] }>({ svg: '', events: [] });
  const place = useRef<HTMLElement>(null);
  const isDue = useRef(true);
  const isSeen = useSignal(false);
  useEffect(() => {
    if (!place.current) return undefined;
    const observer = new IntersectionObserver(([entry]) => {
      isSeen.value = entry?.isIntersecting === true;
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  useSignalEffect(() => {
    const index = scene.value?.index;
    if (index === undefined || !isSeen.value || !isDue.current) return;
    isDue.current = false;
    setTimeout(
      () => {
        isDue.current = true;
        void redraw();
      },
      playing.peek() ? every : 0,
    );
  });

  async function redraw(): Promise<void> {
    const answer = await request({
      kind: 'draw',
      width: place.current?.clientWidth ?? 0,
      title: words.peek().playground.drawing,
    });
    if (answer?.kind === 'drawing') drawing.value = answer;
  }

  useEffect(() => {
    const box = place.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, [drawing.value]);

  function go(event: MouseEvent | KeyboardEvent): void {
    if (event instanceof KeyboardEvent && event.key !== 'Enter') return;
    const step = (event.target as Element).closest('[data-step]')?.getAttribute('data-step');
    const index = step === null || step === undefined ? undefined : drawing.value.events[Number(step)];
    if (index !== undefined) void seek(index);
  }

  const w = words.value.playground;
  return (
    <section class="card space-time" aria-label={w.spaceTime}>
      <header>
        <h2>{w.spaceAndTime}</h2>
        <span class="quiet">{w.clickGoes}</span>
      </header>
      <Scroller
        place={place}
        class="diagram"
        label={w.diagram}
        drawing={drawing.value.svg}
        onClick={go}
        onKeyDown={go}
      />
    </section>
  );
};
