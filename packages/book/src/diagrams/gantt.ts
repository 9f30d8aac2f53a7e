/** Mermaid's gantt charts, as far as the book uses them: sections, and bars that begin at a time or after another bar. */

interface Bar {
  name: string;
  from: number;
  to: number;
}

interface Section {
  name: string;
  bars: Bar[];
}

const width = 640;
const left = 150;
const right = width - 30;
const row = 26;
const gap = 12;

export function gantt(source: string): string {
  const title = source.match(/^\s*title (.*)$/m)?.[1];
  const format = source.match(/^\s*axisFormat (.*)$/m)?.[1] ?? '%S';
  const sections = parse(source);
  const end = Math.max(...sections.flatMap(({ bars }) => bars.map(({ to }) => to)));
  const x = (time: number): number => Math.round(left + (time / end) * (right - left));
  const head = title ? 32 : 8;
  const bottom = sections.reduce((sum, { bars }) => sum + bars.length * row + gap, head);

  const drawn = [
    ...(title ? [text(left, 18, title, 'font-weight="600"')] : []),
    ...ticks(end).flatMap((time) => [
      `<line x1="${x(time)}" x2="${x(time)}" y1="${head}" y2="${bottom}" stroke="var(--diagram-faint)"/>`,
      text(x(time), bottom + 18, format.replace(/%[SM]/, String(time)), 'text-anchor="middle" class="muted"'),
    ]),
  ];
  let top = head + 4;
  for (const [place, { name, bars }] of sections.entries()) {
    drawn.push(text(8, top + 15, name, 'font-weight="600"'));
    for (const bar of bars) {
      drawn.push(drawBar(bar, top, x, place));
      top += row;
    }
    top += gap;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bottom + 28}" width="${width}" height="${bottom + 28}" class="drawn">\n${drawn.join('\n')}\n</svg>`;
}

/** Its name stands in it if there is room, else behind it. */
function drawBar({ name, from, to }: Bar, top: number, x: (time: number) => number, place: number): string {
  const wide = [...name].reduce((sum, character) => sum + (character > '⺀' ? 14 : 7.5), 12);
  const fits = x(to) - x(from) > wide;
  const bar = `<rect x="${x(from)}" y="${top}" width="${x(to) - x(from)}" height="20" rx="4" fill="var(--diagram-series-${(place % 3) + 1})" fill-opacity="0.35"/>`;
  return (
    bar +
    (fits
      ? text((x(from) + x(to)) / 2, top + 14.5, name, 'text-anchor="middle"')
      : text(x(to) + 6, top + 14.5, name, ''))
  );
}

const text = (x: number, y: number, words: string, how: string): string =>
  `<text x="${x}" y="${y}" font-size="13" fill="var(--diagram-text)" ${how}>${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;

/** At most eight, at round numbers. */
function ticks(end: number): number[] {
  const step = [1, 2, 5, 10, 15, 30].find((each) => end / each <= 7) ?? end;
  return Array.from({ length: Math.floor(end / step) + 1 }, (_each, index) => index * step);
}

function parse(source: string): Section[] {
  const sections: Section[] = [];
  const named = new Map<string, Bar>();
  let last = 0;
  for (const line of source.split('\n').map((each) => each.trim())) {
    const section = line.match(/^section (.*)$/)?.[1];
    if (section) sections.push({ name: section, bars: [] });
    const [, name = '', data = ''] = line.match(/^(.+?)\s*:\s*(.+)$/) ?? [];
    if (data === '') continue;
    const words = data.split(',').map((word) => word.trim());
    const duration = Number(words.pop()?.replace(/[sm]$/, ''));
    const start = words.find((word) => /^\d+$|^after /.test(word));
    const from = start === undefined ? last : (named.get(start.replace('after ', ''))?.to ?? Number(start));
    last = from + duration;
    if (Number.isNaN(last))
      throw new Error(`Cannot draw the gantt line "${line}": wanted "name : 00, 3s" or "name : after id, 3s"`);
    const bar = { name, from, to: last };
    const id = words.find((word) => word !== start);
    if (id) named.set(id, bar);
    sections.at(-1)?.bars.push(bar);
  }
  return sections;
}
