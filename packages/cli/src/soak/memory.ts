/**
 * What the nodes of a cluster hold in memory, over time. Raft keeps its whole log as long as there are no snapshots, so a
 * node grows with its log; "flat" means that it grows by no more than that: what is left is the same after every kill.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fleet } from '../cluster/fleet.ts';
import { look } from '../cluster/observe.ts';
import { homeOf } from '../cluster/plan.ts';

interface Sample {
  /** Seconds since the first one. */
  at: number;
  id: string;
  entries: number;
  megabytes: number;
}

/** As a list of small objects, an entry of a short value takes some 600 bytes; as much again may wait for the collector. */
const mostBytesAnEntry = 2_000;

/** Fewer entries than this say nothing: a program's own memory varies by more. */
const fewestEntries = 20_000;

export class Memory {
  readonly #fleet: Fleet;
  readonly #samples: Sample[] = [];
  readonly #began = performance.now();

  constructor(fleet: Fleet) {
    this.#fleet = fleet;
  }

  async sample(): Promise<void> {
    const at = (performance.now() - this.#began) / 1000;
    for (const { id, view } of await look(this.#fleet)) {
      const megabytes = view && megabytesOf(join(homeOf(this.#fleet.plan.name), id, 'pid'));
      if (view && megabytes !== undefined) this.#samples.push({ at, id, entries: view.lastIndex, megabytes });
    }
  }

  /** The last that was seen, in a few words. */
  now(): string {
    const latest = this.#fleet.plan.nodes.flatMap(({ id }) => this.#samples.findLast((each) => each.id === id) ?? []);
    const entries = Math.max(0, ...latest.map((each) => each.entries));
    return `${entries} entries, ${latest.map(({ id, megabytes }) => `${id} ${Math.round(megabytes)} MB`).join(', ')}`;
  }

  /** Ten moments, and what each node held at that time. */
  table(): string[] {
    const ids = this.#fleet.plan.nodes.map(({ id }) => id);
    const times = [...new Set(this.#samples.map(({ at }) => at))];
    const rows = Math.min(10, times.length);
    const chosen = Array.from(
      { length: rows },
      (_, i) => times[Math.ceil(((i + 1) * times.length) / rows) - 1] as number,
    );
    const lines = chosen.map((time) => {
      const then = this.#samples.filter(({ at }) => at === time);
      const held = ids.map((id) => then.find((each) => each.id === id)?.megabytes.toFixed(0) ?? '-');
      return [time.toFixed(0), `${Math.max(...then.map(({ entries }) => entries))}`, ...held];
    });
    return [['second', 'entries', ...ids.map((id) => `${id} MB`)], ...lines].map(
      (cells) => `  ${cells.map((cell) => cell.padStart(8)).join('')}`,
    );
  }

  verdict(): { isFlat: boolean; words: string } {
    const { base, slope } = lineThrough(this.#samples.map(({ entries, megabytes }) => [entries, megabytes]));
    const bytes = Math.round(slope * 2 ** 20);
    const most = Math.max(...this.#samples.map(({ entries }) => entries));
    const seen = `a node holds ${Math.round(base)} MB and ${bytes} bytes for each entry of its log, up to ${most} entries`;
    if (most < fewestEntries)
      return { isFlat: true, words: `${seen}: too few to tell what an entry takes, and nothing else was seen to grow` };
    const isFlat = bytes <= mostBytesAnEntry;
    const words = isFlat
      ? `memory is flat but for the log, which nobody shortens yet: ${seen}`
      : `memory grows by more than the log, for which ${mostBytesAnEntry} bytes an entry would be enough: ${seen}`;
    return { isFlat, words };
  }
}

/** What a process holds in memory (its resident set); nothing if it has ended. */
function megabytesOf(pidFile: string): number | undefined {
  try {
    const pid = readFileSync(pidFile, 'utf8').trim();
    const kilobytes =
      process.platform === 'linux'
        ? /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
        : execFileSync('ps', ['-o', 'rss=', '-p', pid], { encoding: 'utf8' }).trim();
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

/** Least squares. */
export function lineThrough(points: readonly (readonly [number, number])[]): { base: number; slope: number } {
  const n = points.length;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / n;
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const slope = spread === 0 ? 0 : points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
  return { base: meanY - slope * meanX, slope };
}
