/** A layout as an SVG. Every step is a group of its own that can take the focus: `data-step` is its place among the steps. */
import type { Arrow, Diagram, Lane, Mark, Row, Span } from './diagram.ts';
import { style } from './style.ts';

export interface Look {
  /** What the whole is called, for who can not see it. */
  title?: string;
  /** The step that is marked: the one that breaks the rule, say. */
  broken?: number;
}

export function svg(diagram: Diagram, { title = 'Space-time diagram', broken }: Look = {}): string {
  const { width, height, lanes, spans, rows } = diagram;
  return [
    `<svg class="run" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" style="min-width:${round(0.75 * width)}px" role="group" aria-label="${text(title)}">`,
    `<style>${style}</style>`,
    heads,
    ...lanes.map((lane) => headOf(lane, diagram)),
    ...spans.map(spanOf),
    ...rows.map((row) => stepOf(row, diagram, row.step === broken)),
    '</svg>',
  ].join('\n');
}

const heads = `<defs><marker id="run-head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 1 L9 5 L0 9 z" fill="context-stroke"/></marker></defs>`;

function headOf({ node, x, guest }: Lane, { height }: Diagram): string {
  const line = guest ? `<line class="guest" x1="${x}" x2="${x}" y1="44" y2="${height - 16}"/>` : '';
  return `${line}<text class="name" x="${x}" y="28" text-anchor="middle">${text(node)}</text>`;
}

function spanOf({ x, top, bottom, state, rank, epoch }: Span): string {
  return `<line class="lane ${state} ${rank} ${colour(epoch)}" x1="${x}" x2="${x}" y1="${round(top)}" y2="${round(bottom)}"/>`;
}

function stepOf(row: Row, diagram: Diagram, isBroken: boolean): string {
  const { width, captions } = diagram;
  const mine = <Part extends { row: number }>(parts: readonly Part[]): Part[] =>
    parts.filter((part) => part.row === row.step);
  const arrows = mine(diagram.arrows);
  return [
    `<g class="step${isBroken ? ' broken' : ''}" data-step="${row.step}" tabindex="0" role="img" aria-label="${text(row.text)}">`,
    `<title>${text(row.text)}</title>`,
    `<rect class="row" x="0" y="${round(row.y - 17)}" width="${width}" height="34"/>`,
    row.across ? acrossOf(row, diagram) : '',
    ...arrows.map(arrowOf),
    ...mine(diagram.marks).map(markOf),
    ...arrows.map(labelOf),
    captions === undefined ? '' : captionOf(row, captions, isBroken),
    '</g>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function captionOf({ y, text: words, step }: Row, x: number, isBroken: boolean): string {
  const sign = isBroken ? '✘' : `${step + 1}`;
  return `<text class="number" x="${x + 24}" y="${round(y + 4)}" text-anchor="end">${sign}</text><text class="caption" x="${x + 34}" y="${round(y + 4)}">${text(words)}</text>`;
}

function acrossOf({ y, text: words }: Row, { lanes, captions, width }: Diagram): string {
  const right = captions === undefined ? width : captions;
  const label =
    captions === undefined
      ? `<text class="label" x="${(lanes[0]?.x ?? 0) + 8}" y="${round(y - 5)}">${text(words)}</text>`
      : '';
  return `<line class="across" x1="8" x2="${right}" y1="${round(y)}" y2="${round(y)}"/>${label}`;
}

function arrowOf({ start, end, fate, again, epoch }: Arrow): string {
  const head = fate === 'arrives' ? ' marker-end="url(#run-head)"' : '';
  const line = `<line class="arrow ${fate}${again ? ' again' : ''} ${colour(epoch)}" x1="${round(start.x)}" y1="${round(start.y)}" x2="${round(end.x)}" y2="${round(end.y)}"${head}/>`;
  const isLost = fate === 'lost' || fate === 'cut' || fate === 'down';
  return isLost ? `${line}<path class="cross" d="${cross(end.x, end.y, 5)}"/>` : line;
}

/** Beside the arrow's end, on the side from which it comes: each row has one, so that they never lie on each other. */
function labelOf({ start, end, fate, again, label, epoch }: Arrow): string {
  if (fate === 'open') return '';
  const isFromLeft = start.x <= end.x;
  const x = end.x + (isFromLeft ? -14 : 14);
  const why = fate === 'arrives' ? '' : `, ${fate}`;
  return `<text class="label ${colour(epoch)}" x="${round(x)}" y="${round(end.y - 7)}" text-anchor="${isFromLeft ? 'end' : 'start'}">${text(`${label}${again ? ', again' : ''}${why}`)}</text>`;
}

/** What a node becomes by it stands where no arrow comes from. */
function markOf({ at: { x, y }, kind, label, change, side, epoch }: Mark): string {
  const words = change === '' ? label : change;
  const isRight = side === 'right';
  const becomes = `<text class="becomes ${colour(epoch)}" x="${x + (isRight ? 13 : -13)}" y="${round(y - 7)}" text-anchor="${isRight ? 'start' : 'end'}">${text(words)}</text>`;
  return `${signOf(kind, x, round(y), colour(epoch))}${words === '' ? '' : becomes}`;
}

function signOf(kind: Mark['kind'], x: number, y: number, epoch: string): string {
  switch (kind) {
    case 'receives':
      return `<circle class="dot ${epoch}" cx="${x}" cy="${y}" r="5"/>`;
    case 'timer':
      return `<circle class="clock ${epoch}" cx="${x}" cy="${y}" r="8"/><path class="hand" d="M${x} ${y - 5} V${y} H${x + 4}"/>`;
    case 'clock':
      return `<circle class="clock" cx="${x}" cy="${y}" r="6"/>`;
    case 'boot':
    case 'resume':
      return `<path class="boot ${epoch}" d="M${x - 7} ${y + 6} L${x} ${y - 7} L${x + 7} ${y + 6} z"/>`;
    case 'pause':
      return `<path class="cross" d="M${x - 3} ${y - 6} V${y + 6} M${x + 3} ${y - 6} V${y + 6}"/>`;
    case 'crash':
    case 'throw':
      return `<path class="cross" d="${cross(x, y, 8)}"/>`;
    default:
      return kind satisfies never;
  }
}

const cross = (x: number, y: number, r: number): string =>
  `M${round(x - r)} ${round(y - r)} L${round(x + r)} ${round(y + r)} M${round(x + r)} ${round(y - r)} L${round(x - r)} ${round(y + r)}`;

/** Eight colours, over and over: neighbours are never alike, and what epoch it is also stands there in words. */
const colour = (epoch: number | undefined): string => (epoch === undefined ? 'none' : `e${epoch % 8}`);

const round = (number: number): number => Math.round(number * 10) / 10;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const text = (words: string): string =>
  words.replaceAll(/[&<>"]/g, (sign) => entities[sign] as string).replaceAll(/[^\P{Cc}\n\t]/gu, '');
