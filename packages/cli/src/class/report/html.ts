/**
 * Pages that stand alone: no script, nothing from elsewhere. Whatever comes from a student goes through `html`, which
 * escapes it.
 */
import { language } from '../../words/language.ts';

/** Text that is HTML already. Made by `html` alone. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Part = string | number | Html | undefined | false | readonly Part[];

/** html`<b>${name}</b>`: everything between the braces is escaped, unless it is HTML itself. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.reduce((all, text, i) => all + written(parts[i - 1]) + text));
}

function written(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(written).join('');
  return escaped(String(part));
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Also what turns the direction of writing, or is no character at all. */
const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (each) => entities[each] as string).replaceAll(/[^\P{C}\n\t]/gu, '\ufffd');

export function page(title: string, body: Html): string {
  const whole = html`<!doctype html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
${body}
</body>
</html>
`;
  return whole.text;
}

const style = `
:root { color-scheme: light dark; --line: #8886; --good: #18794e; --bad: #c62a2f; --soft: #8882; }
@media (prefers-color-scheme: dark) { :root { --good: #4cc38a; --bad: #ff9592; } }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.2; margin: 2rem 0 .5rem; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .7rem; text-align: left; vertical-align: top; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; }
pre { background: var(--soft); padding: .8rem 1rem; overflow-x: auto; font-size: .85rem; border-radius: .3rem; }
.good { color: var(--good); } .bad { color: var(--bad); } .dim { opacity: .7; }
.bar { background: var(--soft); width: 8rem; height: .7rem; display: inline-block; border-radius: .2rem; overflow: hidden; }
.bar i { background: var(--good); height: 100%; display: block; }
section.milestone { border-left: 3px solid var(--bad); padding-left: 1rem; margin: 1.5rem 0; }
a { color: inherit; }
`;
