/** What the page knows of the stages and their grades, and how it hears more. */
import { computed, signal } from '@preact/signals';
import type { GradeEvent, GradeStanding, StageCard, WireGrade, WireResult } from '../../../server/wire.ts';
import { announce } from '../../announce.tsx';
import { route } from '../../router.ts';
import { language, words } from '../../words/words.ts';
import { ask, listen, order } from '../server.ts';

/** A grade that is under way, or is done. */
export interface Shown {
  run: number;
  running: boolean;
  why: 'asked' | 'saved';
  /** By the milestone's id, as they came. */
  results: Readonly<Record<string, WireResult>>;
  errors: readonly string[];
  grade?: WireGrade;
  /** What our side could not do. */
  trouble?: string;
}

export const stages = signal<readonly StageCard[]>([]);
export const shown = signal<Readonly<Record<string, Shown>>>({});
export const isThere = signal(true);
export const trouble = signal('');

/** The stage that is asked for, else the one in work: the first that is begun and not done. */
export const chosen = computed<StageCard | undefined>(() => {
  const asked = stages.value.find(({ stage }) => stage === route.value.rest[0]);
  const begun = stages.value.find(({ passed, graded, points }) => !passed && graded && points.earned > 0);
  const open = stages.value.find(({ passed, stage }) => !passed && stage === 'election');
  return asked ?? begun ?? open ?? stages.value[0];
});

/** Begins to listen. Returns how to end it. */
export function watchGrades(): () => void {
  const deafen = listen<{ grade: GradeEvent }>('/api/events', { grade: take }, (there) => {
    isThere.value = there;
    if (there) void look();
  });
  // The server tells the stages in the reader's language.
  let known = language.peek();
  const stop = language.subscribe((now) => {
    if (now === known) return;
    known = now;
    void look();
    gradeAgain();
  });
  return () => {
    deafen();
    stop();
  };
}

/** What was graded before was told in another language. */
function gradeAgain(): void {
  for (const [stage, { grade }] of Object.entries(shown.peek())) if (grade) void gradeNow(stage);
}

async function look(): Promise<void> {
  try {
    const cards = await ask<StageCard[]>('/api/stages');
    stages.value = cards;
    await Promise.all(cards.map(catchUp));
  } catch (error) {
    trouble.value = String(error);
  }
}

export async function gradeNow(stage: string): Promise<void> {
  const answer = await order(`/api/grade/${stage}`);
  trouble.value = answer.ok ? '' : answer.message;
}

/** What happened while nobody listened: before this page was opened, while it was away, or over a new start of the server. */
async function catchUp({ stage }: StageCard): Promise<void> {
  const standing = await ask<GradeStanding>(`/api/grade/${stage}`).catch(() => undefined);
  const now = shown.value[stage];
  if (!standing || (now?.run === standing.run && now.running === standing.running)) return;
  const { run, running, grade } = standing;
  if (grade && !running) put(stage, { run, running, why: 'saved', results: byId(grade), errors: [], grade });
  else if (running) put(stage, { run, running, why: 'saved', results: {}, errors: [] });
  else if (now) put(stage, { ...now, run, running });
}

function take(event: GradeEvent): undefined {
  const { stage, run } = event;
  const now = shown.value[stage];
  if (event.kind === 'began') {
    put(stage, { run, running: true, why: event.why, results: {}, errors: [] });
    return;
  }
  // Whatever is told of an older run is told of older code.
  if (!now || now.run !== run) return;
  switch (event.kind) {
    case 'result':
      put(stage, { ...now, results: { ...now.results, [event.result.id]: event.result } });
      return;
    case 'errors':
      put(stage, { ...now, errors: event.errors });
      return;
    case 'graded':
      put(stage, { ...now, running: false, grade: event.grade, results: byId(event.grade) });
      remark(event.grade);
      return;
    case 'called-off':
      put(stage, { ...now, running: false });
      return;
    case 'could-not':
      put(stage, { ...now, running: false, trouble: event.message });
      announce(event.message);
      return;
    default:
      event satisfies never;
  }
}

const put = (stage: string, next: Shown): void => {
  shown.value = { ...shown.value, [stage]: next };
};

/** Into the list of stages, and aloud. */
function remark(grade: WireGrade): void {
  stages.value = stages.value.map((card) =>
    card.stage === grade.stage ? { ...card, passed: grade.passed, graded: true, points: grade.points } : card,
  );
  const holds = grade.milestones.filter(({ passed }) => passed).length;
  const first = grade.milestones.find(({ failure }) => failure);
  const w = words.peek().grade;
  const next = first?.failure ? w.toldFirst(first.title, first.failure.message) : w.allHolds;
  announce(w.told(holds, grade.milestones.length, next));
}

const byId = ({ milestones }: WireGrade): Record<string, WireResult> =>
  Object.fromEntries(milestones.map((result) => [result.id, result]));
