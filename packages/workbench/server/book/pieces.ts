/** The book's pieces of code, as modules that a worker of the page can run. Nothing else can be run this way: a page only names them. */
import { createHash } from 'node:crypto';
import { redirected, strip } from '../code/strip.ts';

export class Pieces {
  readonly #texts = new Map<string, string>();
  readonly #lead: (name: string) => string;
  readonly #names: readonly string[];

  /** `names`: the packages that the browser can have; `lead` says where. */
  constructor(names: readonly string[], lead: (name: string) => string) {
    this.#names = names;
    this.#lead = lead;
  }

  /** Where it can be loaded. Nothing for a piece that needs more than a browser has. */
  add(source: string): string | undefined {
    const stripped = strip(source);
    if (stripped.kind === 'wrong' || /\bprocess\./.test(stripped.text)) return undefined;
    if (stripped.imports.some(({ specifier }) => !this.#names.includes(specifier))) return undefined;
    const text = redirected(stripped.text, stripped.imports, this.#lead);
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
    this.#texts.set(hash, text);
    return `/code/book/${hash}.js`;
  }

  text(hash: string): string | undefined {
    return this.#texts.get(hash);
  }
}
