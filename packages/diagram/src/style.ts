/** How a diagram looks, by day and by night. Colours are variables, so that a page may set its own. */

/** Okabe and Ito's colours, which most colour-blind eyes tell apart, darkened where they stand on white. */
const day = ['#5a5a5a', '#0072b2', '#b35900', '#00795b', '#a3427e', '#8a6d00', '#3d6fb6', '#7a4b2a'];
const night = ['#b0b0b0', '#56b4e9', '#ffa94d', '#3ddbb0', '#f19ccb', '#f0e442', '#9db8ff', '#d9a47e'];

const colours = (named: readonly string[]): string => named.map((value, i) => `--e${i}:${value}`).join(';');

const epochs = day.map((_, i) => `.run .e${i}{--c:var(--e${i})}`).join('');

const onPaper = `--paper:#fff;--ink:#1b1b1b;--faint:#767676;--row:#0000000a;--alarm:#c0143c;${colours(day)}`;
const onSlate = `--paper:#15181c;--ink:#e8e8e8;--faint:#9a9a9a;--row:#ffffff12;--alarm:#ff6b81;${colours(night)}`;

export const style = [
  `.run{${onPaper};background:var(--paper);font:13px/1 system-ui,sans-serif;max-width:100%;height:auto}`,
  `@media (prefers-color-scheme:dark){.run{${onSlate}}}`,
  `[data-theme=light] .run{${onPaper}}[data-theme=dark] .run{${onSlate}}`,
  '.run .none{--c:var(--faint)}',
  epochs,
  '.run text{fill:var(--ink)}',
  '.run .name{font-weight:600;font-size:15px}',
  '.run .guest{stroke:var(--faint);stroke-dasharray:1 5}',
  '.run .lane{stroke:var(--c);stroke-width:3}',
  '.run .lane.rises{stroke-width:5;stroke-dasharray:7 3}',
  '.run .lane.leads{stroke-width:9}',
  '.run .lane.down{stroke:var(--faint);stroke-width:1.5;stroke-dasharray:2 6}',
  '.run .lane.paused{stroke-dasharray:3 3}',
  '.run .arrow{stroke:var(--c);stroke-width:1.8}',
  '.run .arrow.again{stroke-dasharray:8 3 2 3}',
  '.run .arrow.lost,.run .arrow.cut,.run .arrow.down{stroke-dasharray:4 4}',
  '.run .arrow.open{stroke-dasharray:2 4;opacity:.55}',
  '.run .cross{stroke:var(--alarm);stroke-width:2.6;fill:none}',
  '.run .dot{fill:var(--paper);stroke:var(--c);stroke-width:2.4}',
  '.run .clock{fill:var(--paper);stroke:var(--c,var(--faint));stroke-width:2}',
  '.run .hand{stroke:var(--ink);stroke-width:1.6;fill:none}',
  '.run .boot{fill:var(--c);stroke:var(--paper);stroke-width:1.5}',
  '.run .across{stroke:var(--alarm);stroke-width:1.6;stroke-dasharray:10 4}',
  '.run .label,.run .becomes{font-size:12px;paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}',
  '.run .becomes{font-weight:600;fill:var(--c)}',
  '.run .caption{font:12.5px/1 ui-monospace,monospace}',
  '.run .number{fill:var(--faint);font-size:11px}',
  '.run .row{fill:transparent}',
  '.run .step{outline:none;cursor:default}',
  '.run .step:hover .row,.run .step.chosen .row{fill:var(--row)}',
  '.run .step:focus-visible .row{fill:var(--row);stroke:var(--ink);stroke-width:1.5}',
  '.run .broken .number,.run .broken .caption{fill:var(--alarm);font-weight:700}',
].join('\n');
