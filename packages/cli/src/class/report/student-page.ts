/** One student's page: what holds, and of what does not, the rule, the story and a hint. Words as in `weekend grade`. */
import type { Grade, Result } from '../../grade/grade.ts';
import { language } from '../../words/language.ts';
import { say } from '../../words/say.ts';
import { stageTitle } from '../../words/stage-title.ts';
import { gradeInLanguage } from '../../words/told.ts';
import type { StageResult, StageRow, StudentRow } from './document.ts';
import { type Html, html, page } from './html.ts';

export function studentPage(row: StudentRow, stages: readonly StageRow[], className: string, linkBack: string): string {
  const { student, points, refused } = row;
  return page(
    `Raft Weekend · ${student}`,
    html`<p class="dim"><a href="${linkBack}">${className}</a></p>
<h1>${student}</h1>
<p>${say('class-points-of', points)}</p>
${refused !== undefined && html`<p class="bad">${say('class-refused', { why: refused })}</p>`}
${stages.map((stage) =>
  stageSection(
    stage,
    row.stages.find((each) => each.stage === stage.stage),
  ),
)}`,
  );
}

function stageSection({ number, stage, title }: StageRow, result: StageResult | undefined): Html {
  const heading = html`<h2>${number} · ${stageTitle({ name: stage, title })}</h2>`;
  if (!result) return html``;
  switch (result.kind) {
    case 'missing':
      return html`${heading}<p class="dim">${say('class-missing')}</p>`;
    case 'refused':
      return html`${heading}<p class="bad">${say('class-stage-refused', { why: result.why })}</p>`;
    case 'not-graded':
      return html`${heading}<p>${say('class-our-fault')}</p>`;
    case 'graded':
      return html`${heading}${graded(gradeInLanguage(result.grade), result.seed)}`;
    default:
      return result satisfies never;
  }
}

function graded(grade: Grade, seed: number): Html {
  const { points, problem, milestones, printed, note } = grade;
  return html`<p>${say('class-points-sentence', points)} <span class="dim">${say('class-seed', { seed })}</span></p>
${problem !== undefined && html`<p class="bad">${ended(problem)}</p>`}
<table>${milestones.map(
    ({ title, passed, points: worth, failure }) =>
      html`<tr><td class="${passed ? 'good' : 'bad'}">${passed ? '✔' : failure?.kind === 'not-written' ? '·' : '✘'}</td><td>${title}</td><td class="n">${say('class-worth', { earned: passed ? worth : 0, possible: worth })}</td></tr>
`,
  )}</table>
${told(milestones)}
${note !== undefined && html`<p class="dim">${note}</p>`}
${printed !== undefined && html`<h3>${say('printed')}</h3><pre>${cut(printed)}</pre>`}`;
}

/** One problem that ends everything is told once. */
function told(milestones: readonly Result[]): Html[] {
  const seen = new Set<string>();
  return milestones.flatMap(({ title, failure }) => {
    if (!failure || failure.kind === 'not-reached' || seen.has(failure.message)) return [];
    seen.add(failure.message);
    return [
      html`<section class="milestone" lang="${language()}"><h3>${failure.kind === 'problem' ? failure.rule : title}</h3>
<p class="dim">${failure.kind === 'problem' ? undefined : failure.rule}</p>
<p>${failure.message}</p>
${failure.story.length > 0 && html`<pre>${cut(failure.story.join('\n'))}</pre>`}
${failure.chance && html`<p class="dim">${say('letter-luck', failure.chance)}</p>`}
${failure.hint !== '' && html`<p><b>${say('letter-hint')}</b> ${failure.hint}</p>`}
<p class="dim">${say('run-again')} <code>${failure.replay}</code></p></section>`,
    ];
  });
}

const ended = (sentence: string): string => (/[.。]$/.test(sentence) ? sentence : `${sentence}.`);

const mostText = 20_000;

const cut = (text: string): string => (text.length > mostText ? `${text.slice(0, mostText)}\n…` : text);
