/** Where things are on the ring: everything in shares of its side, so that any size will do. */
import type { Address } from '@weekend/protocol';

export interface Point {
  x: number;
  y: number;
}

/** Half the width of a node. */
export const nodeRadius = (nodes: number): number =>
  nodes <= 3 ? 0.1 : nodes <= 5 ? 0.09 : nodes <= 7 ? 0.078 : 0.068;

/** The first node is on top, the others follow as on a clock; the whole fills its square and stands in its middle. */
export function placeOf(place: number, nodes: number): Point {
  const all = Array.from({ length: nodes }, (_, i) => onCircle(i, nodes));
  const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = 1 - 2 * (nodeRadius(nodes) + 0.045);
  const scale = room / Math.max(right - left, bottom - top, 1);
  const { x, y } = onCircle(place, nodes);
  return { x: 0.5 + (x - (left + right) / 2) * scale, y: 0.5 + (y - (top + bottom) / 2) * scale };
}

/** Two stand side by side. */
function onCircle(place: number, nodes: number): Point {
  const angle = (2 * Math.PI * place) / nodes - (nodes === 2 ? Math.PI : Math.PI / 2);
  return { x: Math.cos(angle), y: Math.sin(angle) };
}

/** Whoever is not a node, a client, is in the middle of the ring. */
export function placeOfAddress(address: Address, nodes: number): Point {
  const place = Number(/^n(\d+)$/.exec(address)?.[1] ?? 0) - 1;
  return place >= 0 && place < nodes ? placeOf(place, nodes) : { x: 0.5, y: nodes <= 2 ? 0.86 : 0.55 };
}

/** A straight way from one to the other, a little to the right, so that those who come the other way can be told apart. */
export function way(from: Point, to: Point, radius: number): { start: Point; end: Point } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const aside = 0.014;
  const gap = radius + 0.012;
  return {
    start: { x: from.x + ux * gap - uy * aside, y: from.y + uy * gap + ux * aside },
    end: { x: to.x - ux * gap - uy * aside, y: to.y - uy * gap + ux * aside },
  };
}

export const between = ({ start, end }: { start: Point; end: Point }, share: number): Point => ({
  x: start.x + (end.x - start.x) * share,
  y: start.y + (end.y - start.y) * share,
});
