/** What a node logs: one line for each thing worth knowing, the time first, then the node, the event and its details. */
import type { Address } from '@weekend/protocol';
import type { Happening } from './happenings.ts';
import { type Description, withoutLists } from './status.ts';

type Details = Readonly<Record<string, string | number | boolean | null>>;

/** Refusals are told at most so often, lest somebody fill our disk; the counters have them all. */
const refusalPause = 1_000;

export class Journal {
  readonly #id: Address;
  readonly #write: (line: string) => void;
  readonly #now: () => number;
  #refusalsSilencedUntil = 0;
  #refusalsSilenced = 0;

  constructor(id: Address, write: (line: string) => void, now: () => number = Date.now) {
    this.#id = id;
    this.#write = write;
    this.#now = now;
  }

  log(event: string, details: Details = {}): void {
    const pairs = Object.entries(details).map(([name, value]) => `${name}=${word(value)}`);
    this.#write(`${[new Date(this.#now()).toISOString(), this.#id, event, ...pairs].join(' ')}\n`);
  }

  /** To be given to `watch`. */
  onHappening(happening: Happening): void {
    switch (happening.kind) {
      case 'changed':
        // Numbers count on all the time; that a word has changed is news.
        if (wordsOf(happening.before) !== wordsOf(happening.after)) this.log('state', withoutLists(happening.after));
        return;
      case 'connected':
      case 'disconnected':
        this.log(happening.kind, { peer: happening.peer });
        return;
      case 'refused':
        this.#logRefusal(happening);
        return;
      default:
        happening satisfies never;
    }
  }

  #logRefusal({ remote, reason, claims }: Extract<Happening, { kind: 'refused' }>): void {
    if (this.#now() < this.#refusalsSilencedUntil) {
      this.#refusalsSilenced++;
      return;
    }
    const unlogged = this.#refusalsSilenced;
    this.log('refused', { remote, reason, claims, ...(unlogged > 0 && { unlogged }) });
    this.#refusalsSilenced = 0;
    this.#refusalsSilencedUntil = this.#now() + refusalPause;
  }
}

function wordsOf(description: Description): string {
  return JSON.stringify(Object.entries(withoutLists(description)).filter(([, value]) => typeof value !== 'number'));
}

/** Quoted where it would otherwise break the line apart. */
function word(value: Details[string]): string {
  const text = value === null ? '-' : String(value);
  return /^[\w.,:/@+-]+$/.test(text) ? text : JSON.stringify(text);
}
