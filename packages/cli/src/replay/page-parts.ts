/** What the page of a run brings along: its look and the few lines that move in it. */

export const style = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1b1b;--faint:#6a6a6a;--line:#d5d5d5;--alarm:#c0143c;--new:#fff3bf}
@media (prefers-color-scheme:dark){:root{--paper:#15181c;--ink:#e8e8e8;--faint:#a0a0a0;--line:#3a3f45;--alarm:#ff6b81;--new:#4a3f10}}
*{box-sizing:border-box}
body{margin:0;padding:1.2rem 1.6rem 3rem;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
h1{font-size:1.4rem;margin:.1rem 0}h2{font-size:1rem;margin:0 0 .5rem}
header p{margin:.2rem 0;max-width:70rem}.stage,.dim{color:var(--faint)}
.rule{color:var(--alarm);font-weight:600}
code,pre,td{font:12.5px/1.45 ui-monospace,monospace}
main{display:grid;grid-template-columns:minmax(0,1fr) 24rem;gap:1rem 1.6rem;margin-top:1rem}
.drawing{overflow-x:auto}.drawing svg{display:block}
aside{position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow:auto;border:1px solid var(--line);border-radius:8px;padding:.8rem 1rem}
aside table{border-collapse:collapse;width:100%}aside td{vertical-align:top;padding:.1rem .4rem;overflow-wrap:anywhere}
aside td:first-child{color:var(--faint);white-space:nowrap}tr.new{background:var(--new)}tr.new td:first-child::before{content:'● '}
.list{grid-column:1/-1}.list li{margin:.15rem 0}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1rem;margin:.3rem 0 .6rem;padding:0;font-size:12.5px;background:none!important}
.legend li::before{content:'━ ';color:var(--c,var(--faint));font-weight:700}.legend .sign::before{content:none}
@media (max-width:60rem){main{grid-template-columns:minmax(0,1fr)}aside{position:static;max-height:none}}`;

/** Plain data inside a script: nothing in it may end the script. */
const inScript = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');

export const script = (steps: readonly object[]): string => `
const steps = ${inScript(steps)};
const groups = [...document.querySelectorAll('.step')];
const where = document.getElementById('where'), panel = document.getElementById('state');
const cell = (row, words) => { const td = row.insertCell(); td.textContent = words; };
function show(i) {
  const step = steps[i];
  if (!step) return;
  groups.forEach((group, k) => group.classList.toggle('chosen', k === i));
  where.textContent = step.place;
  panel.replaceChildren();
  const say = (words) => { const p = document.createElement('p'); p.textContent = words; panel.append(p); };
  say(step.at.toFixed(1) + ' ms');
  for (const effect of step.effects) say(effect);
  if (step.node === undefined) return;
  if (!step.state) return say(step.down);
  const table = document.createElement('table');
  for (const [name, value] of Object.entries(step.state)) {
    const row = table.insertRow();
    const changes = step.changed.filter(({ path }) => path === name || path.startsWith(name + '.') || path.startsWith(name + '['));
    if (changes.length > 0) row.className = 'new';
    cell(row, name);
    const was = changes.length === 1 && changes[0].path === name && 'was' in changes[0] ? '  ' + changes[0].was : '';
    cell(row, JSON.stringify(value) + was);
  }
  panel.append(table);
}
let chosen = steps.length - 1;
const choose = (i) => { chosen = Math.max(0, Math.min(steps.length - 1, i)); show(chosen); };
groups.forEach((group, i) => {
  group.addEventListener('pointerenter', () => choose(i));
  group.addEventListener('focus', () => choose(i));
});
addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowRight: 1, j: 1, n: 1, ArrowUp: -1, ArrowLeft: -1, k: -1, p: -1 }[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  choose(chosen + step);
  groups[chosen]?.focus();
});
choose(chosen);
`;
