/** Which mistakes come together: students whose code of one stage fails the very same milestones. */
import type { Cluster, StudentRow } from './document.ts';

/** The largest first. A stage of which nothing is written is no mistake, and one student is no cluster. */
export function clustersIn(students: readonly StudentRow[]): Cluster[] {
  const groups = new Map<string, { stage: string; milestones: string[]; students: string[]; messages: string[] }>();
  for (const { student, stages } of students)
    for (const result of stages) {
      if (result.kind !== 'graded' || result.grade.problem !== undefined) continue;
      const failed = result.grade.milestones.filter(({ failure }) => failure && failure.kind !== 'not-written');
      const [first] = failed;
      if (!first?.failure) continue;
      const milestones = failed.map(({ id }) => id);
      const key = JSON.stringify([result.stage, milestones]);
      const group = groups.get(key) ?? { stage: result.stage, milestones, students: [], messages: [] };
      group.students.push(student);
      group.messages.push(first.failure.message);
      groups.set(key, group);
    }
  return [...groups.values()]
    .filter((group) => group.students.length > 1)
    .map(({ messages, ...group }) => ({ ...group, message: mostFrequent(messages) }))
    .sort((a, b) => b.students.length - a.students.length || (a.stage < b.stage ? -1 : 1));
}

function mostFrequent(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}
