/** A lost message on the ring: broken in two, with a word below it that says why. */
import { stampOf } from './dots.ts';
import { between, nodeRadius, placeOfAddress, way } from './geometry.ts';
import type { Canvas } from './ink.ts';
import { type Broken, strength } from './lost.ts';

/** How far each has come: to the cut, to the door of a node that is down, or somewhere in between. */
const place: Record<Broken['why'], number> = { lost: 0.45, cut: 0.3, down: 0.94 };

export function paintLost(
  { pen, side, ratio, ink, words }: Canvas,
  all: readonly Broken[],
  nodes: number,
  now: number,
  size: number,
): void {
  for (const packet of all) {
    const path = way(placeOfAddress(packet.from, nodes), placeOfAddress(packet.to, nodes), nodeRadius(nodes));
    const { x, y } = between(path, place[packet.why]);
    const { image, width, height } = stampOf(packet, ink, size, ratio);
    pen.save();
    pen.globalAlpha = strength(packet, now);
    pen.translate(x * side, y * side);
    for (const half of [-1, 1]) {
      pen.save();
      pen.translate(half * size * 0.16, half * size * 0.1);
      pen.rotate(half * 0.24);
      pen.beginPath();
      // The crack is a jagged line from top to bottom.
      pen.moveTo(size * 0.12, -height);
      pen.lineTo(-size * 0.1, -size * 0.12);
      pen.lineTo(size * 0.1, size * 0.12);
      pen.lineTo(-size * 0.12, height);
      pen.lineTo(half * width, height);
      pen.lineTo(half * width, -height);
      pen.closePath();
      pen.clip();
      pen.drawImage(image, -width / 2, -height / 2, width, height);
      pen.restore();
    }
    paintWord(pen, words.whys[packet.why], size, ink);
    pen.restore();
  }
}

function paintWord(pen: CanvasRenderingContext2D, word: string, size: number, ink: Canvas['ink']): void {
  pen.font = `700 ${Math.max(11, Math.round(size * 0.56))}px ${ink.font}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'top';
  pen.lineWidth = 4;
  pen.lineJoin = 'round';
  pen.strokeStyle = ink.paper;
  pen.strokeText(word, 0, size * 0.66);
  pen.fillStyle = ink.alarm;
  pen.fillText(word, 0, size * 0.66);
}
