/** A thread that counts primes the way a student's file does. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer } from './pool.ts';

const { concurrency } = await import(workerData);

const say = (answer: Answer): void => parentPort?.postMessage(answer);

parentPort?.on('message', ({ from, to }: { from: number; to: number }) => {
  try {
    say({ kind: 'counted', primes: concurrency.countPrimes(from, to) });
  } catch (error) {
    say({ kind: 'threw', message: error instanceof Error ? error.message : String(error) });
  }
});
say({ kind: 'ready' });
