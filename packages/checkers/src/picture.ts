/**
 * A history as a picture (SVG, no script): a row a process, time from left to right. Above, all of it, however long, with the
 * proof marked; below, large and labelled, the proof and what overlaps it, or the whole history if it is short.
 */
import { deadline, type History, type Operation } from './history.ts';
import { type Bar, type Layout, laidOut } from './layout.ts';
import type { Model } from './model.ts';
import { overview } from './overview.ts';
import type { Verdict } from './verdict.ts';
import { described, told } from './words.ts';

/** As many operations as one can read. */
const readable = 60;

export function picture<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  verdict: Verdict,
): string {
  const proof = verdict.kind === 'illegal' ? verdict.evidence.operations : [];
  const shown = chosen(history, model, proof);
  const layout = laidOut(history, shown, (index) => described(history[index] as Operation<Input, Output>, model));
  const words = sentences(verdict);
  const isWhole = shown.length === history.length;
  const width = Math.max(layout.width, 720);
  const strip = isWhole ? { svg: '', height: 0 } : overview(history, proof, shown, width);
  const detailTop = 16 + words.length * lineHeight + strip.height;
  const height = detailTop + layout.height + 16;
  const note = isWhole ? '' : ` Shown large: ${shown.length} of ${history.length} operations.`;
  const bars = layout.bars.map((bar) => drawn(bar, proof, told(history, model, bar.index), width));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escaped(`${verdict.kind}: ${history.length} operations.${note}`)}</title>
<desc>${escaped(words.join(' '))}</desc>
<style>${style}</style>
<rect class="paper" width="${width}" height="${height}"/>
${words.map((line, at) => `<text xml:space="preserve" x="12" y="${20 + at * lineHeight}">${escaped(line)}</text>`).join('\n')}
<g transform="translate(0 ${16 + words.length * lineHeight})">${strip.svg}</g>
<g transform="translate(0 ${detailTop})">
${rows(layout, width)}
${bars.join('\n')}
</g>
</svg>
`;
}

const lineHeight = 16;

/** Colours that the colour-blind can tell apart; the proof also has thick borders and numbers. */
const style = `
.paper{fill:#fff}text{font:12px ui-monospace,monospace;fill:#222}.name{fill:#666}.row{stroke:#ddd}.tail{stroke:#8a7a3a;stroke-dasharray:2 4}.shown{fill:#8884}
.ok{fill:#cfe3f5;stroke:#4a7ba6}.info{fill:#f3efe0;stroke:#8a7a3a;stroke-dasharray:4 3}.fail{fill:#eee;stroke:#999}
.proof{fill:#ffd9a8;stroke:#c2410c;stroke-width:2.5}.number{fill:#c2410c;font-weight:bold}
.all-ok{stroke:#4a7ba6}.all-info{stroke:#b8a75a}.all-fail{stroke:#aaa}.all-proof{stroke:#c2410c;stroke-width:4}
@media(prefers-color-scheme:dark){.paper{fill:#16181d}text{fill:#e6e6e6}.name{fill:#999}.row{stroke:#333}
.ok{fill:#1e3a52}.info{fill:#3a3520}.fail{fill:#2a2a2a}.proof{fill:#5c2c0a;stroke:#fb923c}.number{fill:#fb923c}.all-proof{stroke:#fb923c}}
`.trim();

function sentences(verdict: Verdict): string[] {
  switch (verdict.kind) {
    case 'ok':
      return ['ok'];
    case 'unknown':
      return [`unknown: ${verdict.words}`];
    case 'illegal': {
      const lines = verdict.evidence.words.split('\n');
      return lines.length <= 24 ? lines : [...lines.slice(0, 23), `… and ${lines.length - 23} lines more`];
    }
    default:
      return verdict satisfies never;
  }
}

/** All if there are few; otherwise the proof, and of what is near it, on the same keys, as much as can be read. */
function chosen<State, Input, Output>(
  history: History<Input, Output>,
  model: Model<State, Input, Output>,
  proof: readonly number[],
): number[] {
  if (history.length <= readable) return [...history.keys()];
  const of = (index: number): Operation<Input, Output> => history[index] as Operation<Input, Output>;
  const keyOf = (index: number): string => model.partition?.(of(index).input) ?? '';
  const keys = new Set(proof.map(keyOf));
  const centres = proof.length > 0 ? proof : [0];
  const distance = (index: number): number =>
    Math.min(...centres.map((centre) => Math.abs(of(index).call - of(centre).call)));
  const end = Math.max(...proof.map((index) => deadline(of(index))), Number.NEGATIVE_INFINITY);
  const context = [...history.keys()]
    .filter((index) => !proof.includes(index) && of(index).completion.kind !== 'fail')
    .filter((index) => proof.length === 0 || (keys.has(keyOf(index)) && of(index).call <= end))
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, Math.max(0, readable / 2 - proof.length));
  return [...proof.slice(0, readable), ...context].sort((a, b) => of(a).call - of(b).call);
}

function rows({ names, rowHeight }: Layout, width: number): string {
  return names
    .map((name, row) => {
      const y = row * rowHeight + rowHeight / 2;
      return `<line class="row" x1="0" x2="${width}" y1="${y}" y2="${y}"/><text class="name" x="4" y="${y - 10}">${escaped(name)}</text>`;
    })
    .join('\n');
}

function drawn(bar: Bar, proof: readonly number[], full: string, right: number): string {
  const { index, x, y, width, height, kind, label } = bar;
  const nth = proof.indexOf(index);
  const middle = y + height / 2;
  const tail =
    kind === 'info' ? `<line class="tail" x1="${x + width}" x2="${right}" y1="${middle}" y2="${middle}"/>` : '';
  const number = nth < 0 ? '' : `<text class="number" x="${x}" y="${y - 3}">${nth + 1}</text>`;
  const box = `<rect class="${nth < 0 ? kind : 'proof'}" x="${x}" y="${y}" width="${width}" height="${height}" rx="4"/>`;
  return `<g><title>${escaped(full)}</title>${tail}${box}<text x="${x + 6}" y="${y + 15}">${escaped(label)}</text>${number}</g>`;
}

/** XML has no way to write control characters, so they are shown as boxes. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\p{Cc}/gu, '\u25a1');
}
