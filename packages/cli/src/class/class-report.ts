/** Adds up what is known of a class when all is graded. */
import { clustersIn } from './report/clusters.ts';
import type { ClassReport, Outline, Source, StageRow, StudentRow } from './report/document.ts';
import { pairsIn } from './report/similarity.ts';

export function classReport(
  outlines: readonly Outline[],
  rows: readonly Pick<StudentRow, 'student' | 'refused' | 'stages'>[],
  sources: readonly Source[],
): ClassReport {
  const stages = outlines.map((outline) => stageRow(outline, rows));
  const possible = stages.reduce((sum, stage) => sum + stage.possible, 0);
  const students = rows.map((row): StudentRow => {
    const earned = row.stages.reduce((sum, each) => sum + (each.kind === 'graded' ? each.grade.points.earned : 0), 0);
    const passed = row.stages.length > 0 && row.stages.every((each) => each.kind === 'graded' && each.grade.passed);
    return { ...row, passed, points: { earned, possible } };
  });
  return { stages, students, clusters: clustersIn(students), similar: pairsIn(sources) };
}

function stageRow({ stage, milestones }: Outline, rows: readonly Pick<StudentRow, 'stages'>[]): StageRow {
  const graded = rows
    .flatMap(({ stages }) => stages)
    .filter((each) => each.kind === 'graded' && each.stage === stage.name);
  const passing = (id: string) =>
    graded.filter(
      (each) =>
        each.kind === 'graded' && each.grade.milestones.some((milestone) => milestone.id === id && milestone.passed),
    ).length;
  return {
    stage: stage.name,
    number: stage.number,
    title: stage.title,
    possible: milestones.reduce((sum, { points }) => sum + points, 0),
    milestones: milestones.map(({ id, title, points }) => ({
      id,
      title,
      points,
      passed: passing(id),
      graded: graded.length,
    })),
  };
}
