/**
 * The packages that a stage or a piece of the book may import, for the browser. A page that has them already leaves them at
 * `globalThis[Symbol.for('weekend')]`, and the student's modules get those, so that all of them share one copy.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as checkers from '@weekend/checkers';
import * as concurrency from '@weekend/concurrency';
import * as consistency from '@weekend/consistency';
import * as logStore from '@weekend/log-store';
import * as protocol from '@weekend/protocol';
import * as raft from '@weekend/raft';
import { redirected, strip } from './strip.ts';

const packages: Record<string, object> = { checkers, concurrency, consistency, 'log-store': logStore, protocol, raft };

/** The packages that a browser can have: all of them are logic alone. */
export const inTheBrowser: readonly string[] = Object.keys(packages).map((name) => `@weekend/${name}`);

export interface Framework {
  /** Where the browser finds `@weekend/raft`. */
  lead(name: string): string;
  /** What is behind such an address, without `/code/`. */
  text(path: string): string | undefined;
}

export function frameworkOf(root: string): Framework {
  const files = new Map<string, string>();
  const names = Object.keys(packages);
  for (const name of names)
    for (const path of sourcesOf(root, name)) files.set(path, readFileSync(join(root, path), 'utf8'));
  const hash = createHash('sha256')
    .update(JSON.stringify([...files]))
    .digest('hex')
    .slice(0, 16);
  const home = `framework/${hash}`;
  const lead = (specifier: string) => {
    const name = specifier.replace(/^@weekend\//, '');
    return names.includes(name) ? `/code/${home}/${name}.js` : specifier;
  };

  return {
    lead,
    text(path) {
      if (!path.startsWith(`${home}/`)) return undefined;
      const rest = path.slice(home.length + 1);
      const name = rest.replace(/\.js$/, '');
      if (names.includes(name)) return shared(name, `/code/${home}/packages/${name}/src/index.ts`);
      const source = files.get(rest);
      const stripped = source === undefined ? undefined : strip(source);
      return stripped?.kind === 'module' ? redirected(stripped.text, stripped.imports, lead) : undefined;
    },
  };
}

/** The copy that is there already, else one of its own. */
function shared(name: string, own: string): string {
  const exported = Object.keys(packages[name] as object);
  return [
    `const found = globalThis[Symbol.for('weekend')]?.['@weekend/${name}'] ?? (await import('${own}'));`,
    `export const { ${exported.join(', ')} } = found;`,
    '',
  ].join('\n');
}

const sourcesOf = (root: string, name: string): string[] =>
  readdirSync(join(root, 'packages', name, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `packages/${name}/src/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !/[.](test|suite)[.]ts$/.test(path))
    .sort();
