/** The cluster as a ring: nodes that can be chosen, and a canvas below them for all that moves. */
import { useEffect, useRef } from 'preact/hooks';
import type { NodeView, View } from '../../../run/index.ts';
import { termColour } from '../../term-colour.ts';
import { theme } from '../../theme.ts';
import { language, words } from '../../words/words.ts';
import { forgetStamps } from './dots.ts';
import { nodeRadius, placeOf } from './geometry.ts';
import { type Ink, readInk } from './ink.ts';
import { stillBroken } from './lost.ts';
import { chosenMessage } from './message-choice.ts';
import { advance, isIdle, latest, playing, scene, select, selected, speed } from './model.ts';
import { nodeMenu } from './node-menu.ts';
import { dotSize, paint, whereIs } from './paint.ts';
import { Shape } from './shape.tsx';

/** The canvas of the ring, for whoever wants a picture of it. */
export const ringCanvas: { current: HTMLCanvasElement | null } = { current: null };

export const Ring = () => {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!canvas.current) return undefined;
    ringCanvas.current = canvas.current;
    canvas.current.addEventListener('click', choose);
    return animate(canvas.current);
  }, []);
  return (
    <div class="ring">
      <div aria-hidden="true">
        <canvas ref={canvas} />
      </div>
      <Nodes />
    </div>
  );
};

const Nodes = () => {
  const nodes = scene.value?.view.nodes ?? [];
  return (
    <fieldset class="nodes" aria-label={words.value.playground.nodes}>
      {nodes.map((node, place) => (
        <Node key={node.address} node={node} place={place} count={nodes.length} />
      ))}
    </fieldset>
  );
};

const Node = ({ node, place, count }: { node: NodeView; place: number; count: number }) => {
  const { address, role, term, condition, votes } = node;
  const { x, y } = placeOf(place, count);
  const isChosen = selected.value === address;
  const w = words.value.playground;
  const state = condition === 'paused' ? w.rolePaused(w.roles[role]) : w.roles[role];
  return (
    <button
      type="button"
      class={`node ${role} ${condition} term-${termColour(term)}${isChosen ? ' chosen' : ''}`}
      style={{ left: `${x * 100}%`, top: `${y * 100}%`, width: `${nodeRadius(count) * 200}%` }}
      tabIndex={isChosen ? 0 : -1}
      aria-pressed={isChosen}
      data-node={address}
      aria-description={w.nodeIs(state, node.log.length, node.commitIndex)}
      onClick={() => void select(address)}
      onKeyDown={(event) => nodeMenu(event, place, count)}
    >
      <Shape role={role} paused={condition === 'paused'} />
      <span class="node-name">{address}</span> <span class="node-term">T{term}</span>{' '}
      <span class="node-role">
        {role === 'candidate' ? w.votes(votes, count) : condition === 'paused' ? w.paused : w.roles[role]}
      </span>
    </button>
  );
};

/** Draws as long as the page is open; while time flows, asks for more of it. Returns how to stop. */
function animate(canvas: HTMLCanvasElement): () => void {
  const pen = canvas.getContext('2d');
  if (!pen) return () => {};
  let ink: Ink | undefined;
  let inkOf: string | undefined;
  let shown = latest.scene?.view.at ?? 0;
  let last = performance.now();
  let request = requestAnimationFrame(draw);
  let painted = '';

  function draw(time: number): void {
    request = requestAnimationFrame(draw);
    const view = latest.scene?.view;
    const passed = Math.min(100, time - last);
    last = time;
    if (!view || !pen) return;
    shown = flow(view, shown, passed);
    const side = canvas.clientWidth;
    const ratio = Math.min(2, devicePixelRatio);
    if (canvas.width !== Math.round(side * ratio)) {
      canvas.width = canvas.height = Math.round(side * ratio);
      forgetStamps();
    }
    if (!ink || inkOf !== theme.peek()) {
      inkOf = theme.peek();
      ink = readInk(canvas);
      forgetStamps();
    }
    const broken = stillBroken(performance.now());
    const fades = broken.some(({ since }) => since !== undefined) ? time : broken.length;
    const now = [
      fades,
      side,
      ratio,
      inkOf,
      shown,
      view.at,
      chosenMessage.peek(),
      latest.scene?.index,
      language.peek(),
    ].join();
    if (now === painted) return;
    painted = now;
    paint({ pen, side, ratio, ink, words: words.peek().playground }, view, shown, chosenMessage.peek(), broken);
  }

  return () => cancelAnimationFrame(request);
}

/** The time that is shown next. It runs ahead of what has happened by a picture or two, never by more. */
function flow(view: View, shown: number, passed: number): number {
  if (!playing.peek()) return view.at;
  const ahead = Math.min(shown + passed * speed.peek(), view.at + 120 * speed.peek());
  const next = Math.max(view.at, ahead);
  if (isIdle()) void advance(next);
  return next;
}

/** A click near a message chooses it. */
function choose(event: MouseEvent): void {
  const view = latest.scene?.view;
  const canvas = event.currentTarget as HTMLCanvasElement;
  if (!view) return;
  const side = canvas.clientWidth;
  const near = view.packets
    .map((packet) => {
      const { x, y } = whereIs(packet, view.nodes.length, view.at, side);
      return { id: packet.id, distance: Math.hypot(x - event.offsetX, y - event.offsetY) };
    })
    .sort((a, b) => a.distance - b.distance)[0];
  chosenMessage.value = near && near.distance < dotSize(side) ? near.id : undefined;
}
