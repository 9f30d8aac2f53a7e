/** A cluster at a glance: a line for each node, as text for people and as data for machines. */
import { length, paint } from '../paper.ts';
import { say } from '../words/say.ts';
import type { Fleet } from './fleet.ts';
import { agreedReign, type Sighting } from './observe.ts';

const headings = (): string[] => [
  say('table-node'),
  say('table-role'),
  say('table-term'),
  say('table-leader'),
  say('table-commit'),
  say('table-hears'),
  say('table-status'),
];

/** At most `rows` lines. What does not fit is counted in the last one. */
export function table(sightings: readonly Sighting[], rows = Number.POSITIVE_INFINITY): string[] {
  const fits = sightings.length + 1 <= rows;
  const shown = fits ? sightings : sightings.slice(0, Math.max(1, rows - 2));
  const titles = headings();
  const cells = [titles, ...shown.map((sighting) => row(sighting, sightings.length - 1))];
  const widths = titles.map((_, column) => Math.max(...cells.map((line) => length(line[column] as string))));
  const lines = cells.map((line) => line.map((cell, i) => cell + ' '.repeat((widths[i] as number) - length(cell))));
  const [first = [], ...rest] = lines;
  return [
    paint('dim', `  ${first.join('  ')}`.trimEnd()),
    ...rest.map((line) => `  ${line.join('  ')}`.trimEnd()),
    ...(fits
      ? []
      : [
          paint(
            'dim',
            `  ${say('table-more', { count: sightings.length - shown.length, roles: roles(sightings.slice(shown.length)) })}`,
          ),
        ]),
  ];
}

function row({ id, life, view, url }: Sighting, peers: number): string[] {
  if (life !== 'running') return [id, paint('red', say(`life-${life}`)), '', '', '', '', ''];
  if (!view) return [id, paint('yellow', say('table-no-answer')), '', '', '', '', `${url}/status`];
  const { role, term, leader, commitIndex, connected } = view;
  const name = roleInWords(role);
  const painted = role === 'leader' ? paint('green', name) : role === 'candidate' ? paint('yellow', name) : name;
  return [
    id,
    painted,
    `${term}`,
    leader ?? '-',
    `${commitIndex}`,
    say('table-of', { connected, peers }),
    `${url}/status`,
  ];
}

/** Nodes name their roles as the paper does. */
export function roleInWords(role: string): string {
  return role === 'leader' || role === 'candidate' || role === 'follower' ? say(`role-${role}`) : role;
}

function roles(sightings: readonly Sighting[]): string {
  const counts = new Map<string, number>();
  for (const { life, view } of sightings) {
    const role = life === 'running' ? (view ? roleInWords(view.role) : say('table-no-answer')) : say(`life-${life}`);
    counts.set(role, (counts.get(role) ?? 0) + 1);
  }
  return [...counts].map(([role, count]) => `${count} ${role}`).join(', ');
}

/** What `--json` prints of a cluster. */
export function clusterDocument({ plan }: Fleet, sightings: readonly Sighting[]) {
  const reign = agreedReign(sightings);
  return {
    name: plan.name,
    runtime: plan.runtime,
    lineup: plan.lineup,
    leader: reign?.leader ?? null,
    term: reign?.term ?? null,
    nodes: sightings.map(({ id, life, url, view }) => ({ id, life, url, ...view })),
  };
}
