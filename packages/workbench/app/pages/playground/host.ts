/** The page's side of the worker: asks, and ends a worker that gives no sign of life, since somebody's code loops in it. */
import type { Answer, Command, FromWorker, ToWorker, Upcoming } from './messages.ts';

/** Without a sign for so long, while something is asked of it, a worker counts as hung. In milliseconds. */
const patience = 2000;

/** How often the watchdog looks. */
const round = 250;

/** The student's code never came back: after so many events, in what was about to happen. */
export interface Hung {
  index: number;
  what: Upcoming;
  /** The module that was being loaded, by `keyOf`. */
  loading?: string;
}

export class Host {
  readonly #onHung: (hung: Hung) => void;
  readonly #asked = new Map<number, (answer: Answer | undefined) => void>();
  #worker: Worker | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #asks = 0;
  /** Until it has said something, it is the browser that is slow to start it: no student's code runs in it yet. */
  #awake = false;
  #lastSign = 0;
  #silentRounds = 0;
  #about: Hung = { index: 0, what: { kind: 'load' } };

  constructor(onHung: (hung: Hung) => void) {
    this.#onHung = onHung;
  }

  /** The worker is there already when it is first asked. */
  warmUp(): void {
    this.#worker ??= this.#start();
  }

  /** Resolves to nothing if the worker is ended before it answers. */
  ask(command: Command): Promise<Answer | undefined> {
    const worker = (this.#worker ??= this.#start());
    const id = ++this.#asks;
    if (this.#asked.size === 0) this.#sign();
    const answer = new Promise<Answer | undefined>((resolve) => this.#asked.set(id, resolve));
    const message: ToWorker = { id, command };
    worker.postMessage(message);
    return answer;
  }

  close(): void {
    clearInterval(this.#watch);
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const resolve of this.#asked.values()) resolve(undefined);
    this.#asked.clear();
  }

  #start(): Worker {
    this.#awake = false;
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'run' });
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => this.#hear(data));
    this.#watch = setInterval(() => this.#look(), round);
    return worker;
  }

  #hear(message: FromWorker): void {
    this.#awake = true;
    this.#sign();
    switch (message.kind) {
      case 'alive':
        break;
      case 'about':
        this.#about = message;
        break;
      case 'answer': {
        const resolve = this.#asked.get(message.to);
        this.#asked.delete(message.to);
        resolve?.(message.answer);
        break;
      }
      default:
        message satisfies never;
    }
  }

  #sign(): void {
    this.#lastSign = performance.now();
    this.#silentRounds = 0;
  }

  /** A page that was busy itself has messages waiting: it has to look twice before it ends anything. */
  #look(): void {
    if (!this.#awake || this.#asked.size === 0 || performance.now() - this.#lastSign < patience) return;
    if (++this.#silentRounds < 3) return;
    const hung = this.#about;
    this.close();
    this.#onHung(hung);
  }
}
