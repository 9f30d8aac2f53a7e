/**
 * Watches a child for time and memory. Its time is what it computes, so that a right submission on a busy machine is not
 * taken for an endless loop; what the clock on the wall says counts where it sleeps, or where the system does not tell.
 */
import { performance } from 'node:perf_hooks';
import { type Usage, usageOf } from './usage.ts';

export interface Limits {
  /** For the student's code, from the moment it is loaded: time to compute, or to sleep. */
  timeMs: number;
  /** For the objects of the student's code, in megabytes. Twice that for the whole process. */
  heapMb: number;
}

interface Alarms {
  outOfTime(): void;
  outOfMemory(): void;
}

export interface Watch {
  /** The student's code begins. Until then it is our own code that loads, however slow the machine. */
  begin(): void;
  stop(): void;
}

/** How long our own code may take to load. */
const startUpMs = 60_000;

/** A process that has computed nothing for so long is asleep, and not only waiting for its turn. */
const asleepMs = 2000;

/** How often longer than its time a computing process may take by the clock on the wall. */
const busyMachine = 6;

const everyMs = 100;

/** Rings one of the alarms, once. A child that `waits` may take as long as it likes to begin. */
export function watch(pid: number, limits: Limits, alarms: Alarms, waits = false): Watch {
  const started = performance.now();
  let began: Moment | undefined;
  let lastComputed: Moment = { at: started, cpuMs: 0 };

  const look = (): void => {
    const now = performance.now();
    const usage = usageOf(pid);
    if (usage && usage.cpuMs > lastComputed.cpuMs) lastComputed = { at: now, cpuMs: usage.cpuMs };
    const alarm =
      usage && usage.residentMb > 2 * limits.heapMb
        ? alarms.outOfMemory
        : began === undefined
          ? !waits && now - started > startUpMs && alarms.outOfTime
          : isOutOfTime(limits, began, lastComputed, now, usage) && alarms.outOfTime;
    if (!alarm) return;
    clearInterval(timer);
    alarm();
  };
  const timer = setInterval(look, everyMs);

  return {
    begin() {
      began = { at: performance.now(), cpuMs: usageOf(pid)?.cpuMs ?? 0 };
    },
    stop: () => clearInterval(timer),
  };
}

interface Moment {
  at: number;
  /** What the process had computed by then. */
  cpuMs: number;
}

function isOutOfTime({ timeMs }: Limits, began: Moment, lastComputed: Moment, now: number, usage?: Usage): boolean {
  const wallMs = now - began.at;
  if (!usage) return wallMs >= timeMs;
  const hasComputedTooLong = usage.cpuMs - began.cpuMs >= timeMs;
  const hasSleptTooLong = wallMs >= timeMs && now - lastComputed.at > asleepMs;
  return hasComputedTooLong || hasSleptTooLong || wallMs >= busyMachine * timeMs;
}
