/** Writes the reports of a class to their places. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { classPage } from './class-page.ts';
import { classCsv } from './csv.ts';
import type { ClassReport } from './document.ts';
import { studentPage } from './student-page.ts';

export interface Places {
  /** Where everything goes that has no place of its own. */
  out: string;
  csv?: string | undefined;
  html?: string | undefined;
}

export interface Written {
  html: string;
  csv: string;
  json: string;
}

export function writeReports(report: ClassReport, name: string, places: Places): Written {
  const written = {
    html: places.html ?? join(places.out, 'class.html'),
    csv: places.csv ?? join(places.out, 'class.csv'),
    json: join(places.out, 'class.json'),
  };
  const students = join(places.out, 'students');
  rmSync(students, { recursive: true, force: true });
  for (const folder of [students, dirname(written.html), dirname(written.csv)]) mkdirSync(folder, { recursive: true });
  const files = new Map(report.students.map(({ student }, i) => [student, `${i + 1}-${harmlessName(student)}.html`]));
  const fileOf = (student: string) => join(students, files.get(student) as string);
  const from = (page: string, to: string) =>
    relative(dirname(page), to).split(/[\\/]/).map(encodeURIComponent).join('/');

  writeFileSync(written.json, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(written.csv, classCsv(report));
  writeFileSync(
    written.html,
    classPage(report, name, (student) => from(written.html, fileOf(student))),
  );
  for (const row of report.students) {
    const file = fileOf(row.student);
    writeFileSync(file, studentPage(row, report.stages, name, from(file, written.html)));
  }
  return written;
}

/** A student's name as part of a file's name, on every system. */
const harmlessName = (student: string): string =>
  basename(student)
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .slice(0, 60) || 'student';
