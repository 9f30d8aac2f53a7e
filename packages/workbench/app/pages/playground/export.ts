/** A run to take along: its data, its picture, or a page that shows both without a server. */
import { language, words } from '../../words/words.ts';
import { request } from './model.ts';
import { drawNodes } from './node-picture.ts';
import { ringCanvas } from './ring.tsx';

export async function saveJson(): Promise<void> {
  const answer = await request({ kind: 'export' });
  if (answer?.kind === 'exported') save('run.json', new Blob([answer.json], { type: 'application/json' }));
}

export async function savePng(): Promise<void> {
  const picture = pictureOf();
  const blob = picture && (await new Promise<Blob | null>((resolve) => picture.toBlob(resolve, 'image/png')));
  if (blob) save('run.png', blob);
}

/** One file: the picture, the diagram and the events, with the link that opens the run again. */
export async function saveHtml(): Promise<void> {
  const [drawing, exported] = await Promise.all([
    request({ kind: 'draw', width: 1100, title: words.peek().playground.drawing }),
    request({ kind: 'export' }),
  ]);
  if (drawing?.kind !== 'drawing' || exported?.kind !== 'exported') return;
  const picture = pictureOf()?.toDataURL('image/png') ?? '';
  const html = pageOf({ picture, svg: drawing.svg, json: exported.json, address: location.hash });
  save('run.html', new Blob([html], { type: 'text/html' }));
}

interface Parts {
  picture: string;
  svg: string;
  json: string;
  address: string;
}

function pageOf({ picture, svg, json, address }: Parts): string {
  const w = words.peek().beside;
  return `<!doctype html>
<html lang="${language.peek()}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${w.aRun}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}img{max-width:36rem;width:100%}pre{overflow:auto;background:#8881;padding:1rem}</style>
<h1>${w.aRun}</h1>
<p>${w.opensAgain} <code>${escaped(address)}</code></p>
<img alt="${w.asRing}" src="${picture}">
${svg}
<details><summary>${w.asJson}</summary><pre id="run">${escaped(json)}</pre></details>
</html>
`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The canvas holds what moves; the nodes above it are drawn in. */
function pictureOf(): HTMLCanvasElement | undefined {
  const { current: moving } = ringCanvas;
  const pen = moving?.ownerDocument.createElement('canvas').getContext('2d');
  if (!moving || !pen) return undefined;
  pen.canvas.width = moving.width;
  pen.canvas.height = moving.height;
  drawNodes(pen, moving);
  return pen.canvas;
}

function save(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
