/** Who is on the board and what each has reported last: plain data, and what follows from it. */
import type { Curriculum, Report } from './report.ts';

interface Member {
  publicKey: string;
  name: string;
  /** When it was heard last, by the board's clock, in milliseconds since 1970. */
  heardAt: number;
  report?: Report;
}

/** By public key. */
export type Register = Map<string, Member>;

/** What changes a register, as the journal keeps it. */
export type Entry =
  | { kind: 'joined'; at: number; publicKey: string; name: string }
  | { kind: 'reported'; at: number; publicKey: string; report: Report }
  | { kind: 'removed'; at: number; publicKey: string };

/** Whether an entry changes anything: a copy of an older report does not, nor one of nobody who has joined. */
export function isNews(register: Register, entry: Entry): boolean {
  const member = register.get(entry.publicKey);
  switch (entry.kind) {
    case 'joined':
      return true;
    case 'reported':
      return member !== undefined && entry.report.number > (member.report?.number ?? -1);
    case 'removed':
      return member !== undefined;
    default:
      return entry satisfies never;
  }
}

/** Enters what is news. */
export function enter(register: Register, entry: Entry): void {
  const { kind, publicKey } = entry;
  const member = register.get(publicKey);
  if (kind === 'removed') register.delete(publicKey);
  else if (kind === 'joined') register.set(publicKey, { ...member, publicKey, name: entry.name, heardAt: entry.at });
  else if (member) register.set(publicKey, { ...member, heardAt: entry.at, report: entry.report });
}

/** What has to be entered into an empty register to get this one. */
export function* entriesOf(register: Register): Iterable<Entry> {
  for (const { publicKey, name, heardAt, report } of register.values()) {
    yield { kind: 'joined', at: heardAt, publicKey, name };
    if (report) yield { kind: 'reported', at: heardAt, publicKey, report };
  }
}

interface Row {
  publicKey: string;
  name: string;
  /** Absent before the first report, and when all that was graded holds. */
  on?: { stage: string; milestone: string; title: string; forMs: number };
  /** How many milestones are passed, and how many there are, by stage, in the order of the curriculum. */
  stages: readonly { stage: string; passed: number; of: number }[];
  quietForMs: number;
}

export interface View {
  /** Who has been on one milestone for the longest time comes first. */
  rows: readonly Row[];
  /** The milestones on which several are, the most shared first. */
  shared: readonly { stage: string; milestone: string; title: string; names: readonly string[] }[];
}

export function view(register: Register, curriculum: Curriculum, now: number): View {
  const rows = [...register.values()].map((member) => rowOf(member, curriculum, now));
  rows.sort((a, b) => (b.on?.forMs ?? -1) - (a.on?.forMs ?? -1) || a.name.localeCompare(b.name));
  return { rows, shared: sharedOf(rows) };
}

function rowOf({ publicKey, name, heardAt, report }: Member, curriculum: Curriculum, now: number): Row {
  // A clock that was set back is no reason to show a time below nothing.
  const quietForMs = Math.max(0, now - heardAt);
  const stages = curriculum.map(({ stage, milestones }) => ({
    stage,
    passed: report?.passed[stage]?.length ?? 0,
    of: milestones.length,
  }));
  const row = { publicKey, name, stages, quietForMs };
  if (!report?.on) return row;
  const { stage, milestone, forMs } = report.on;
  const title = curriculum.find((each) => each.stage === stage)?.milestones.find(({ id }) => id === milestone)?.title;
  return { ...row, on: { stage, milestone, title: title ?? milestone, forMs: forMs + quietForMs } };
}

function sharedOf(rows: readonly Row[]): View['shared'] {
  const groups = new Map<string, { stage: string; milestone: string; title: string; names: string[] }>();
  for (const { name, on } of rows) {
    if (!on) continue;
    const { stage, milestone, title } = on;
    const key = `${stage}/${milestone}`;
    const group = groups.get(key) ?? { stage, milestone, title, names: [] };
    group.names.push(name);
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ names }) => names.length > 1).sort((a, b) => b.names.length - a.names.length);
}
