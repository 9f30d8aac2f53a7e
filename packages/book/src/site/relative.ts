/**
 * Makes a built site independent of where it lies: under any path of any server, and for reading also in a folder without one.
 * VitePress wants to know the path beforehand. So the site is built for a path that stands nowhere else, and here every place
 * that says it is changed: pages and styles get relative links, scripts ask the page where it is.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The path that stands nowhere else. */
export const marker = '/__book__/';

export function makeRelative(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  for (const path of files.filter((each) => /[.](html|js|css)$/.test(each))) {
    const file = join(folder, path);
    const before = readFileSync(file, 'utf8');
    const after = relativeText(path, before);
    if (after !== before) writeFileSync(file, after);
  }
}

export function relativeText(path: string, text: string): string {
  if (path.endsWith('.html')) return page(text, '../'.repeat(path.split('/').length - 1) || './');
  if (path.endsWith('.css')) return text.replaceAll(`${marker}assets/`, './');
  if (path.includes('localSearchIndex'))
    return text.replace(
      /export\{(\w+) as default\}/,
      `const here=$1.replaceAll("${marker}",window.bookBase);export{here as default}`,
    );
  // In brackets, since a minifier writes `return"…"` without a space.
  return text.replaceAll(`"${marker}"`, '(window.bookBase)');
}

function page(html: string, up: string): string {
  const where = `<script>window.bookBase=new URL("${up}",location.href).pathname</script>`;
  return (
    html
      .replace('<head>', `<head>\n    ${where}`)
      // The page's data follow, in the same script.
      .replace(/(window\.__VP_SITE_DATA__=.*?)<\/script>/s, '$1;window.__VP_SITE_DATA__.base=window.bookBase</script>')
      .replaceAll(/((?:href|src)=")\/__book__\/([^"]*)"/g, (_all, attribute, rest) => `${attribute}${up}${file(rest)}"`)
      .replaceAll(/(href=")(\.[^":]*)"/g, (_all, attribute, link) => `${attribute}${file(link)}"`)
  );
}

/** Without a server, a folder has no page of its own. */
const file = (link: string): string => link.replace(/(^|\/)(?=#|$)/, (slash) => `${slash}index.html`);
