/** A run as a space-time diagram: nodes as lines, messages as arrows. From a trace to a layout, from a layout to an SVG. */
export type { Artist } from './artist.ts';
export type { Arrow, Diagram, Lane, Mark, Row, Span } from './diagram.ts';
export { type Drawing, layout } from './layout.ts';
export { svg } from './svg.ts';
