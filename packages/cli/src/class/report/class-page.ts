/** The page of a class: who has what, where many are stuck, which mistakes come together, and whose code is alike. */

import { milestoneWords } from '../../words/milestones.ts';
import { say } from '../../words/say.ts';
import { inLanguage } from '../../words/sentences/in-language.ts';
import { stageTitle } from '../../words/stage-title.ts';
import type { ClassReport, StageResult, StageRow, StudentRow } from './document.ts';
import { type Html, html, page } from './html.ts';
import { gradeLine, nothingToGrade, points } from './words.ts';

/** `linkTo`: where a student's own page is, from this one. */
export function classPage(report: ClassReport, name: string, linkTo: (student: string) => string): string {
  return page(
    `Raft Weekend · ${name}`,
    html`<h1>${name}</h1>
${summary(report)}
${studentTable(report, linkTo)}
${report.stages.map((stage) => stageSection(stage))}
${trust()}
${clusters(report)}
${similar(report)}`,
  );
}

function summary({ students }: ClassReport): Html {
  const all = students.filter(({ passed }) => passed).length;
  return html`<p>${say('class-summary', { count: students.length, all })}</p>`;
}

function studentTable({ stages, students }: ClassReport, linkTo: (student: string) => string): Html {
  return html`<h2>${say('class-students')}</h2>
<div class="wide"><table>
<tr><th>${say('class-student')}</th>${stages.map((stage) => html`<th class="n">${named(stage)}</th>`)}<th class="n">${say('class-points')}</th><th>${say('class-note')}</th></tr>
${students.map(
  (
    row,
  ) => html`<tr><td><a href="${linkTo(row.student)}">${row.student}</a></td>${stages.map(({ stage }) => stageCell(row, stage))}<td class="n">${say('class-worth', row.points)}</td><td>${noteOf(row)}</td></tr>
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

function noteOf(row: StudentRow): string {
  const nothing = nothingToGrade(row);
  if (nothing !== undefined) return nothing;
  return row.stages
    .flatMap((result) => {
      if (result.kind === 'graded') return result.grade.problem ? inLanguage(result.stage, result.grade.problem) : [];
      return result.kind === 'refused' || result.kind === 'not-graded' ? gradeLine(result) : [];
    })
    .join('; ');
}

/** What a mentor has to know about how far these verdicts can be believed. */
const trust = (): Html => html`<p class="dim">${say('class-trust')}</p>`;

const named = ({ number, stage, title }: StageRow): string => `${number} ${stageTitle({ name: stage, title })}`;

function stageSection({ number, stage, title, milestones }: StageRow): Html {
  return html`<h2>${number} · ${stageTitle({ name: stage, title })}</h2>
<table>
<tr><th>${say('class-milestone')}</th><th class="n">${say('class-points')}</th><th class="n">${say('class-hold')}</th><th></th></tr>
${milestones.map(
  (
    each,
  ) => html`<tr><td>${milestoneWords(stage, each.id, { title: each.title, rule: '' }).title}</td><td class="n">${each.points}</td><td class="n">${say('class-worth', { earned: each.passed, possible: each.graded })}</td><td>${bar(each.passed, each.graded)}</td></tr>
`,
)}</table>`;
}

const bar = (some: number, all: number): Html =>
  html`<span class="bar"><i style="width:${all === 0 ? 0 : Math.round((100 * some) / all)}%"></i></span>`;

function clusters({ clusters: found }: ClassReport): Html {
  if (found.length === 0) return html`<h2>${say('class-together')}</h2><p>${say('class-together-none')}</p>`;
  return html`<h2>${say('class-together')}</h2>
<p>${say('class-together-are')}</p>
<table><tr><th>${say('class-stage')}</th><th>${say('class-who')}</th><th>${say('class-which')}</th><th>${say('class-read-first')}</th></tr>
${found.map(
  (
    each,
  ) => html`<tr><td>${each.stage}</td><td>${each.students.join(', ')}</td><td>${each.milestones.join(', ')}</td><td>${inLanguage(each.stage, each.message)}</td></tr>
`,
)}</table>`;
}

function similar({ similar: pairs }: ClassReport): Html {
  return html`<h2>${say('class-similar')}</h2>
<p>${say('class-similar-is')}</p>
${
  pairs.length === 0
    ? html`<p>${say('class-similar-none')}</p>`
    : html`<table><tr><th>${say('class-stage')}</th><th>${say('class-who')}</th><th class="n">${say('class-similarity')}</th><th class="n">${say('class-pieces')}</th></tr>
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
