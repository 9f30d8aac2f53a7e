/** The page of a class: who has what, where many are stuck, which mistakes come together, and whose code is alike. */
import type { ClassReport, StageResult, StageRow, StudentRow } from './document.ts';
import { type Html, html, page } from './html.ts';
import { gradeLine, points } from './words.ts';

/** `linkTo`: where a student's own page is, from this one. */
export function classPage(report: ClassReport, name: string, linkTo: (student: string) => string): string {
  return page(
    `Raft Weekend · ${name}`,
    html`<h1>${name}</h1>
${summary(report)}
${studentTable(report, linkTo)}
${report.stages.map((stage) => stageSection(stage))}
${trust(report)}
${clusters(report)}
${similar(report)}`,
  );
}

function summary({ students }: ClassReport): Html {
  const all = students.filter(({ passed }) => passed).length;
  return html`<p>${students.length} submissions, ${all} of which hold in everything.</p>`;
}

function studentTable({ stages, students }: ClassReport, linkTo: (student: string) => string): Html {
  return html`<h2>Students</h2>
<div class="wide"><table>
<tr><th>student</th>${stages.map(({ number, title }) => html`<th class="n">${number} ${title}</th>`)}<th class="n">points</th><th>note</th></tr>
${students.map(
  (
    row,
  ) => html`<tr><td><a href="${linkTo(row.student)}">${row.student}</a></td>${stages.map(({ stage }) => stageCell(row, stage))}<td class="n">${row.points.earned} of ${row.points.possible}</td><td>${noteOf(row)}</td></tr>
`,
)}</table></div>`;
}

function stageCell(row: StudentRow, stage: string): Html {
  const result = row.stages.find((each) => each.stage === stage);
  if (!result) return html`<td class="n dim">–</td>`;
  return html`<td class="n ${toneOf(result)}" title="${gradeLine(result)}">${points(result)}</td>`;
}

function toneOf(result: StageResult): string {
  if (result.kind === 'graded') return result.grade.passed ? 'good' : '';
  return result.kind === 'refused' ? 'bad' : 'dim';
}

function noteOf({ refused, stages }: StudentRow): string {
  if (refused !== undefined) return refused;
  return stages
    .flatMap((result) => {
      if (result.kind === 'graded') return result.grade.problem ?? [];
      return result.kind === 'refused' || result.kind === 'not-graded' ? gradeLine(result) : [];
    })
    .join('; ');
}

/** What a mentor has to know about how far these verdicts can be believed. */
function trust({ stages }: ClassReport): Html {
  const together = stages.filter(({ apart }) => !apart).map(({ number, title }) => `${number} ${title}`);
  return html`<p class="dim">Verdicts are reached in another process than the code’s, from answers that are looked at one by one.${
    together.length > 0 &&
    html` Not so in ${together.join(' and ')}: their functions take functions and answer with promises, so there the suite runs
beside the code, behind the same fence as in weekend grade. Whoever breaks out of that fence could claim what he likes: look
at the code of those whom you do not know.`
  }</p>`;
}

function stageSection({ number, title, milestones }: StageRow): Html {
  return html`<h2>${number} · ${title}</h2>
<table>
<tr><th>milestone</th><th class="n">points</th><th class="n">hold</th><th></th></tr>
${milestones.map(
  (
    each,
  ) => html`<tr><td>${each.title}</td><td class="n">${each.points}</td><td class="n">${each.passed} of ${each.graded}</td><td>${bar(each.passed, each.graded)}</td></tr>
`,
)}</table>`;
}

const bar = (some: number, all: number): Html =>
  html`<span class="bar"><i style="width:${all === 0 ? 0 : Math.round((100 * some) / all)}%"></i></span>`;

function clusters({ clusters: found }: ClassReport): Html {
  if (found.length === 0)
    return html`<h2>Mistakes that come together</h2><p>No two students fail the same milestones.</p>`;
  return html`<h2>Mistakes that come together</h2>
<p>Students who fail the very same milestones of a stage: perhaps one explanation helps them all.</p>
<table><tr><th>stage</th><th>students</th><th>milestones</th><th>what most of them read first</th></tr>
${found.map(
  (
    each,
  ) => html`<tr><td>${each.stage}</td><td>${each.students.join(', ')}</td><td>${each.milestones.join(', ')}</td><td>${each.message}</td></tr>
`,
)}</table>`;
}

function similar({ similar: pairs }: ClassReport): Html {
  return html`<h2>Code that is alike</h2>
<p>What two submissions share of all that they have beyond the stub, in pieces of eight words; names that somebody made up
count as equal, comments and layout not at all. 100 % is the same code, however it is named. It is a reason to talk, and
proves nothing: these stages are short, the paper leaves few ways to write them, and who has learned together writes alike.
Of less than thirty pieces say nothing.</p>
${
  pairs.length === 0
    ? html`<p>No two are more alike than 60 %.</p>`
    : html`<table><tr><th>stage</th><th>students</th><th class="n">alike</th><th class="n">pieces</th></tr>
${pairs.map(
  ({
    stage,
    students,
    similarity,
    sizes,
  }) => html`<tr><td>${stage}</td><td>${students[0]}, ${students[1]}</td><td class="n">${Math.round(100 * similarity)} %</td><td class="n">${sizes[0]}, ${sizes[1]}</td></tr>
`,
)}</table>`
}`;
}
