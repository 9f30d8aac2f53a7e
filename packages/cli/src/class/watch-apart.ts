/**
 * Watches a sandbox and its judge. What counts is what they compute, so that right code on a busy machine is not taken for an
 * endless loop; the clock on the wall counts only where nobody computes, or far too long.
 */
import { performance } from 'node:perf_hooks';
import type { Ending } from '../sandbox/run.ts';
import type { ApartLimits } from './apart-limits.ts';
import type { Opened } from './boxes/box.ts';
import type { Record } from './record.ts';

export interface Alarm {
  ending: Ending;
  /** The limit that was passed. */
  ms: number;
}

/** How often somebody looks. */
const everyMs = 100;

/** Rings once. Returns how to stop. */
export function watchApart(
  opened: Opened,
  record: Record,
  limits: ApartLimits,
  ring: (alarm: Alarm) => void,
): () => void {
  const started = performance.now();
  const cpuNow = () => ({ sandbox: opened.usage()?.cpuMs, judge: opened.judgeUsage?.()?.cpuMs ?? 0 });
  let heard = cpuNow();
  record.onHeard = () => {
    heard = cpuNow();
  };
  let active = { at: started, cpuMs: 0 };
  /** Where the system does not tell, whoever has been heard of was not asleep. */
  const asleepMs = (now: number, cpu: ReturnType<typeof cpuNow>): number => {
    if (cpu.sandbox === undefined) return now - record.heard;
    const cpuMs = cpu.sandbox + cpu.judge;
    if (cpuMs !== active.cpuMs) active = { at: now, cpuMs };
    return now - active.at;
  };

  const look = (): Alarm | undefined => {
    const now = performance.now();
    const cpu = cpuNow();
    const computed = cpu.sandbox ?? 0;
    if (cpu.judge - heard.judge > limits.judgeMs) return { ending: suiteWithoutEnd, ms: limits.judgeMs };
    if ((opened.usage()?.residentMb ?? 0) > limits.memoryMb) return { ending: { kind: 'out-of-memory' }, ms: 0 };
    const asleep = asleepMs(now, cpu);
    const times: [ms: number, most: number][] = [
      [now - started, limits.wallMs],
      [computed, limits.timeMs],
    ];
    // Until then it is our own code that loads, however slow the machine.
    if (record.begun) times.push([asleep, limits.asleepMs], [computed - (heard.sandbox ?? 0), limits.handlerMs]);
    const passed = times.find(([ms, most]) => ms > most);
    return passed && { ending: { kind: 'out-of-time', frames: [] }, ms: passed[1] };
  };

  const timer = setInterval(() => {
    const alarm = look();
    if (!alarm) return;
    clearInterval(timer);
    ring(alarm);
  }, everyMs);
  return () => clearInterval(timer);
}

const suiteWithoutEnd: Ending = {
  kind: 'our-mistake',
  told: 'the suite did not come to its end, and asked nothing of the code meanwhile',
};
