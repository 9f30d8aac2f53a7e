/** Everything on the ring that moves: links, messages on their way, timers that run down. Once for every picture. */
import type { NodeView, PacketView, View } from '../../../run/index.ts';
import { stampOf } from './dots.ts';
import { between, nodeRadius, type Point, placeOf, placeOfAddress, way } from './geometry.ts';
import type { Canvas, Ink } from './ink.ts';
import type { Broken } from './lost.ts';
import { paintLost } from './paint-lost.ts';

/** `now`: the time that is shown; later than the view's own while time flows. `broken`: what was just lost. */
export function paint(
  canvas: Canvas,
  view: View,
  now: number,
  chosen: number | undefined,
  broken: readonly Broken[],
): void {
  const { pen, side, ratio } = canvas;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, side, side);
  paintLinks(canvas, view);
  if (view.packets.some(({ from, to }) => !isNode(from) || !isNode(to))) paintClient(canvas, view.nodes.length);
  for (const [place, node] of view.nodes.entries())
    paintTimers(canvas, node, placeOf(place, view.nodes.length), view, now);
  for (const packet of view.packets) paintPacket(canvas, packet, view, now, packet.id === chosen);
  paintLost(canvas, broken, view.nodes.length, performance.now(), dotSize(side));
}

const isNode = (address: string): boolean => /^n\d+$/.test(address);

/** Where a message is drawn, in pixels: for the eye, and to know what somebody has pointed at. */
export function whereIs({ from, to, sentAt, due }: PacketView, nodes: number, now: number, side: number): Point {
  const share = due > sentAt ? Math.min(1, Math.max(0, (now - sentAt) / (due - sentAt))) : 1;
  const path = way(placeOfAddress(from, nodes), placeOfAddress(to, nodes), nodeRadius(nodes));
  const { x, y } = between(path, share);
  return { x: x * side, y: y * side };
}

export const dotSize = (side: number): number => Math.max(16, Math.min(34, side * 0.042));

function paintLinks(canvas: Canvas, { nodes, cuts }: View): void {
  const cut = new Set(cuts.map(({ from, to }) => `${from} ${to}`));
  for (let i = 0; i < nodes.length; i++)
    for (let j = i + 1; j < nodes.length; j++) {
      const there = cut.has(`n${i + 1} n${j + 1}`);
      const back = cut.has(`n${j + 1} n${i + 1}`);
      paintLink(canvas, [placeOf(i, nodes.length), placeOf(j, nodes.length)], nodeRadius(nodes.length), {
        there,
        back,
      });
    }
}

function paintLink(
  { pen, side, ink }: Canvas,
  [from, to]: [Point, Point],
  radius: number,
  cut: { there: boolean; back: boolean },
): void {
  pen.lineWidth = 1.25;
  pen.setLineDash(cut.there && cut.back ? [2, 7] : []);
  pen.strokeStyle = cut.there || cut.back ? ink.alarm : ink.line;
  pen.beginPath();
  pen.moveTo(from.x * side, from.y * side);
  pen.lineTo(to.x * side, to.y * side);
  pen.stroke();
  pen.setLineDash([]);
  if (cut.there) paintCut(pen, ink, way(from, to, radius), side);
  if (cut.back) paintCut(pen, ink, way(to, from, radius), side);
}

/** A bar across the way, and an arrow's head before it: it is this direction that is cut. */
function paintCut(pen: CanvasRenderingContext2D, ink: Ink, path: { start: Point; end: Point }, side: number): void {
  const at = between(path, 0.3);
  const angle = Math.atan2(path.end.y - path.start.y, path.end.x - path.start.x);
  pen.save();
  pen.translate(at.x * side, at.y * side);
  pen.rotate(angle);
  pen.strokeStyle = ink.alarm;
  pen.fillStyle = ink.alarm;
  pen.lineWidth = 3.5;
  pen.beginPath();
  pen.moveTo(4, -9);
  pen.lineTo(4, 9);
  pen.stroke();
  pen.beginPath();
  pen.moveTo(0, 0);
  pen.lineTo(-9, -5.5);
  pen.lineTo(-9, 5.5);
  pen.closePath();
  pen.fill();
  pen.restore();
}

function paintClient({ pen, side, ink, words }: Canvas, nodes: number): void {
  const { x, y } = placeOfAddress('client', nodes);
  pen.font = `600 13px ${ink.font}`;
  const width = Math.max(60, pen.measureText(words.client).width + 20);
  pen.beginPath();
  pen.roundRect(x * side - width / 2, y * side - 13, width, 26, 8);
  pen.fillStyle = ink.paper;
  pen.fill();
  pen.strokeStyle = ink.faint;
  pen.lineWidth = 1.5;
  pen.stroke();
  pen.fillStyle = ink.text;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(words.client, x * side, y * side + 1);
}

/** What is left of a timer, as what is left of a circle: of an election's, or of a leader's next heartbeat. */
function paintTimers(canvas: Canvas, node: NodeView, at: Point, view: View, now: number): void {
  const wanted = node.role === 'leader' ? 'heartbeat' : 'election';
  const timer = node.timers.find((each) => each.timer === wanted);
  if (!timer) return;
  const { setAt, due } = timer;
  const left = due > setAt ? Math.min(1, Math.max(0, (due - now) / (due - setAt))) : 0;
  const isHeartbeat = wanted === 'heartbeat';
  const radius = (nodeRadius(view.nodes.length) + (isHeartbeat ? 0.012 : 0.021)) * canvas.side;
  const colour = left < 0.2 && !isHeartbeat ? canvas.ink.alarm : canvas.ink.term(node.term);
  paintArc(canvas, at, radius, left, { width: isHeartbeat ? 3 : 5, colour });
}

function paintArc(
  { pen, side, ink }: Canvas,
  at: Point,
  radius: number,
  left: number,
  { width, colour }: { width: number; colour: string },
): void {
  pen.lineWidth = width;
  pen.lineCap = 'round';
  pen.strokeStyle = ink.line;
  pen.globalAlpha = 0.55;
  pen.beginPath();
  pen.arc(at.x * side, at.y * side, radius, 0, 2 * Math.PI);
  pen.stroke();
  pen.globalAlpha = 1;
  pen.strokeStyle = colour;
  pen.beginPath();
  pen.arc(at.x * side, at.y * side, radius, -Math.PI / 2, -Math.PI / 2 + left * 2 * Math.PI);
  pen.stroke();
  pen.lineCap = 'butt';
}

function paintPacket(
  { pen, side, ratio, ink }: Canvas,
  packet: PacketView,
  view: View,
  now: number,
  chosen: boolean,
): void {
  const at = whereIs(packet, view.nodes.length, now, side);
  const { image, width, height } = stampOf(packet, ink, dotSize(side), ratio);
  pen.drawImage(image, at.x - width / 2, at.y - height / 2, width, height);
  if (!chosen) return;
  pen.strokeStyle = ink.accent;
  pen.lineWidth = 3;
  pen.beginPath();
  pen.roundRect(at.x - width / 2 - 2, at.y - height / 2 - 2, width + 4, height + 4, height / 2);
  pen.stroke();
}
