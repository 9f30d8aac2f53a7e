/** A failing run as one page that needs nothing else: the space-time diagram, its steps as a list, and each node's state. */
import { layout, svg } from '@weekend/diagram';
import type { Shape, Trace } from '@weekend/protocol';
import { type Step, steps } from '@weekend/transcript';
import type { Failure } from '../grade/grade.ts';
import type { Stage } from '../stages.ts';
import { artistOf } from './artist.ts';
import { script, style } from './page-parts.ts';

/** A drawing of more steps than that is no help to anybody. */
const mostSteps = 400;

export function page(stage: Stage, title: string, failure: Failure, trace: Trace<Shape>): string {
  const artist = artistOf(stage);
  const all = steps(trace, artist);
  const shown = all.slice(-mostSteps);
  const diagram = layout(trace, artist, { from: all.length - shown.length });
  const drawing = svg(diagram, { title: `${title}: space-time diagram`, broken: shown.length - 1 });
  const legend = diagram.epochs.map(({ epoch, name }) => `<li class="e${epoch % 8}">${text(name)}</li>`).join('');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${text(`${failure.rule} – ${stage.title}`)}</title>
<style>${style}</style>
<header>
<p class="stage">${text(`${stage.number} · ${stage.title}`)}</p>
<h1>${text(title)}</h1>
<p class="rule">✘ ${text(failure.rule)}</p>
<p>${text(failure.message)}</p>
<p class="dim">Again: <code>${text(failure.replay)}</code></p>
</header>
<main>
<section class="drawing" aria-label="Space-time diagram">
<p class="dim">Time goes down, one row a step. Choose a step by mouse, Tab, or the arrow keys; its node’s state stands beside it.</p>
<ul class="legend run">${legend}<li class="sign">● receives</li><li class="sign">◷ a timer fires</li><li class="sign">▲ boots again</li><li class="sign">✕ crash, or a lost message</li><li class="sign">┄ never arrives</li></ul>
${drawing}
</section>
<aside aria-live="polite"><h2 id="where">Step</h2><div id="state"></div></aside>
<section class="list"><h2>The steps</h2>
<ol start="${all.length - shown.length + 1}">${shown.map(item).join('\n')}</ol>
</section>
</main>
<script>${script(shown.map(forThePage))}</script>
</html>
`;
}

const item = ({ text: words, effects }: Step<Shape>): string =>
  `<li>${text(words)}${effects.length > 0 ? `<br><span class="dim">${text(effects.join('; '))}</span>` : ''}</li>`;

const forThePage = ({ text: words, at, node, state, changes, effects }: Step<Shape>) => ({
  text: words,
  at,
  node,
  state,
  changed: changes.map(({ path, before }) => ({ path, before })),
  effects,
});

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const text = (words: string): string => words.replaceAll(/[&<>"]/g, (sign) => entities[sign] as string);
