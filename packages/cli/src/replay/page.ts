/** A failing run as one page that needs nothing else: the space-time diagram, its steps as a list, and each node's state. */
import { layout, svg } from '@weekend/diagram';
import type { Shape, Trace } from '@weekend/protocol';
import { type Step, steps } from '@weekend/transcript';
import type { Failure } from '../grade/grade.ts';
import type { Stage } from '../stages.ts';
import { language } from '../words/language.ts';
import { say } from '../words/say.ts';
import { stageTitle } from '../words/stage-title.ts';
import { artistOf } from './artist.ts';
import { script, style } from './page-parts.ts';

/** A drawing of more steps than that is no help to anybody. */
const mostSteps = 400;

export function page(stage: Stage, title: string, failure: Failure, trace: Trace<Shape>): string {
  const artist = artistOf(stage);
  const all = steps(trace, artist);
  const shown = all.slice(-mostSteps);
  const diagram = layout(trace, artist, { from: all.length - shown.length });
  const drawing = svg(diagram, { title: say('run-diagram', { title }), broken: shown.length - 1 });
  const legend = diagram.epochs.map(({ epoch, name }) => `<li class="e${epoch % 8}">${text(name)}</li>`).join('');
  return `<!doctype html>
<html lang="${language()}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${text(`${failure.rule} – ${stageTitle(stage)}`)}</title>
<style>${style}</style>
<header>
<p class="stage">${text(`${stage.number} · ${stageTitle(stage)}`)}</p>
<h1>${text(title)}</h1>
<p class="rule">✘ ${text(failure.rule)}</p>
<p>${text(failure.message)}</p>
<p class="dim">${text(say('run-again'))} <code>${text(failure.replay)}</code></p>
</header>
<main>
<section class="drawing" aria-label="${text(say('run-diagram-label'))}">
<p class="dim">${text(say('run-how'))}</p>
<ul class="legend run">${legend}${signs()}</ul>
${drawing}
</section>
<aside aria-live="polite"><h2 id="where">${text(say('run-step'))}</h2><div id="state"></div></aside>
<section class="list"><h2>${text(say('run-steps'))}</h2>
<ol start="${all.length - shown.length + 1}">${shown.map(item).join('\n')}</ol>
</section>
</main>
<script>${script(shown.map((step, i) => forThePage(step, i, shown.length)))}</script>
</html>
`;
}

const signs = (): string =>
  [
    `● ${say('run-receives')}`,
    `◷ ${say('run-timer')}`,
    `▲ ${say('run-boots')}`,
    `✕ ${say('run-lost')}`,
    `┄ ${say('run-never')}`,
  ]
    .map((sign) => `<li class="sign">${text(sign)}</li>`)
    .join('');

const item = ({ text: words, effects }: Step<Shape>): string =>
  `<li>${text(words)}${effects.length > 0 ? `<br><span class="dim">${text(effects.join('; '))}</span>` : ''}</li>`;

const forThePage = ({ text: words, at, node, state, changes, effects }: Step<Shape>, i: number, all: number) => ({
  place: say('run-place', { place: i + 1, all, text: words }),
  ...(node !== undefined && state === undefined && { down: say('step-down', { node }) }),
  at,
  node,
  state,
  changed: changes.map(({ path, before }) => ({
    path,
    ...(before !== undefined && { was: say('run-was', { value: JSON.stringify(before) }) }),
  })),
  effects,
});

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const text = (words: string): string => words.replaceAll(/[&<>"]/g, (sign) => entities[sign] as string);
