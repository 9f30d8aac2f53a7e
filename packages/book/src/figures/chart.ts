/** Pieces of SVG that the figures are put together from. Colours are the page's; a file opened by itself brings its own. */
import type { Language } from '../languages.ts';

export interface Figure {
  /** Its file's name, without `.svg`. */
  name: string;
  draw(language: Language): string;
}

export const svg = (width: number, height: number, parts: readonly string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" class="drawn" font-family="system-ui, 'Noto Sans CJK JP', sans-serif">`,
    alone,
    ...parts,
    '</svg>',
    '',
  ].join('\n');

/** The book's pages define these themselves, and leave this out. */
const alone = `<style>
svg { --diagram-background: #fff; --diagram-text: #1f2937; --diagram-accent: #1d4ed8; --diagram-muted: #5b6472; --diagram-faint: #e2e5ea; --diagram-series-1: #1d4ed8; --diagram-series-2: #047857; --diagram-series-3: #b45309; background: var(--diagram-background); }
@media (prefers-color-scheme: dark) { svg { --diagram-background: #1b1b1f; --diagram-text: #e5e7eb; --diagram-accent: #93b4ff; --diagram-muted: #a3acba; --diagram-faint: #3a3f49; --diagram-series-1: #7aa2ff; --diagram-series-2: #34d399; --diagram-series-3: #fbbf24; } }
</style>`;

export const text = (x: number, y: number, words: string | number, how = ''): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="13" fill="var(--diagram-text)" ${how}>${String(words).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;

export const quiet = (x: number, y: number, words: string | number, how = ''): string =>
  text(x, y, words, how).replace('--diagram-text', '--diagram-muted');

export const line = (x1: number, y1: number, x2: number, y2: number, how = 'stroke="var(--diagram-faint)"'): string =>
  `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" ${how}/>`;

export const series = (place: 1 | 2 | 3): string => `var(--diagram-series-${place})`;

/** A tenth of a point is finer than any eye, and keeps the bytes equal on every machine. */
const round = (value: number): number => Math.round(value * 10) / 10;

export interface Axis {
  from: number;
  to: number;
  ticks: readonly number[];
  label: string;
  show?: (value: number) => string;
}

/** A frame with two axes, and where values lie in it. */
export class Plot {
  static readonly width = 680;
  static readonly height = 380;
  readonly #x: Axis;
  readonly #y: Axis;

  constructor(x: Axis, y: Axis) {
    this.#x = x;
    this.#y = y;
  }

  x(value: number): number {
    return 64 + ((value - this.#x.from) / (this.#x.to - this.#x.from)) * 590;
  }

  y(value: number): number {
    return 324 - ((value - this.#y.from) / (this.#y.to - this.#y.from)) * 290;
  }

  frame(): string[] {
    const { x, y } = { x: this.#x, y: this.#y };
    return [
      ...y.ticks.flatMap((value) => [
        line(64, this.y(value), 654, this.y(value)),
        quiet(56, this.y(value) + 4, (y.show ?? String)(value), 'text-anchor="end"'),
      ]),
      ...x.ticks.map((value) => quiet(this.x(value), 344, (x.show ?? String)(value), 'text-anchor="middle"')),
      line(64, 324, 654, 324, 'stroke="var(--diagram-muted)"'),
      quiet(359, 368, x.label, 'text-anchor="middle"'),
      quiet(64, 18, y.label),
    ];
  }

  curve(points: readonly (readonly [number, number])[], how: string): string {
    const path = points.map(([x, y]) => `${round(this.x(x))},${round(this.y(y))}`).join(' ');
    return `<polyline points="${path}" fill="none" ${how}/>`;
  }

  dots(points: readonly (readonly [number, number])[], colour: string): string[] {
    return points.map(
      ([x, y]) => `<circle cx="${round(this.x(x))}" cy="${round(this.y(y))}" r="4.5" fill="${colour}"/>`,
    );
  }

  draw(parts: readonly string[]): string {
    return svg(Plot.width, Plot.height, [...this.frame(), ...parts]);
  }
}
