/** Runs the students' code, away from the page: what loops for ever here can be ended there. */
import * as protocol from '@weekend/protocol';
import * as raft from '@weekend/raft';
import { Desk } from './desk.ts';
import type { FromWorker, ToWorker } from './messages.ts';

// The students' modules take these instead of a second copy.
Object.assign(globalThis, { [Symbol.for('weekend')]: { '@weekend/protocol': protocol, '@weekend/raft': raft } });

const tell = (message: FromWorker): void => postMessage(message);

const desk = new Desk({
  load: async (url) => import(/* @vite-ignore */ url),
  about: (index, what, loading) => tell({ kind: 'about', index, what, ...(loading !== undefined && { loading }) }),
});

/** One after the other, in the order in which they came. */
let queue: Promise<void> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  queue = queue.then(() => obey(data));
});

async function obey({ id, command }: ToWorker): Promise<void> {
  const answer = await desk
    .obey(command)
    .catch((error: unknown) => ({ kind: 'broke' as const, message: textOf(error) }));
  tell({ kind: 'answer', to: id, answer });
}

const textOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const isAlive = () => tell({ kind: 'alive' });
isAlive();
setInterval(isAlive, 400);
