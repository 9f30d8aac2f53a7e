/** The ring as one picture: what the canvas holds, and the nodes that lie over it on the page. */
import { words } from '../../words/words.ts';
import { nodeRadius, placeOf } from './geometry.ts';
import { readInk } from './ink.ts';
import { scene } from './model.ts';

export function drawNodes(pen: CanvasRenderingContext2D, moving: HTMLCanvasElement): void {
  const nodes = scene.peek()?.view.nodes ?? [];
  const { roles } = words.peek().playground;
  const side = moving.width;
  const ink = readInk(moving);
  pen.fillStyle = ink.paper;
  pen.fillRect(0, 0, side, side);
  pen.drawImage(moving, 0, 0);
  const radius = nodeRadius(nodes.length) * side;
  for (const [place, { address, role, term }] of nodes.entries()) {
    const { x, y } = placeOf(place, nodes.length);
    const corners = { leader: 6, candidate: 4, follower: 60, down: 60, played: 60 }[role];
    pen.beginPath();
    for (let corner = 0; corner < corners; corner++) {
      const angle = (2 * Math.PI * corner) / corners - Math.PI / 2;
      pen.lineTo(x * side + radius * Math.cos(angle), y * side + radius * Math.sin(angle));
    }
    pen.closePath();
    pen.fillStyle = role === 'leader' ? ink.term(term) : ink.paper;
    pen.fill();
    pen.lineWidth = side * 0.005;
    pen.strokeStyle = role === 'down' ? ink.faint : ink.term(term);
    pen.setLineDash(role === 'down' ? [side * 0.01, side * 0.008] : []);
    pen.stroke();
    pen.setLineDash([]);
    pen.fillStyle = role === 'leader' ? ink.onTerm : ink.text;
    pen.textAlign = 'center';
    pen.font = `650 ${Math.round(radius * 0.5)}px ${ink.font}`;
    pen.fillText(address, x * side, y * side);
    pen.font = `500 ${Math.round(radius * 0.34)}px ${ink.font}`;
    pen.fillText(role === 'down' ? roles.down : `T${term} ${roles[role]}`, x * side, y * side + radius * 0.45);
  }
}
