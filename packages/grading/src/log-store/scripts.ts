/** What the nodes of these scenes save, and when: lives as Raft leads them, and lives drawn by chance. */
import type { Saved } from '@weekend/log-store';
import type { Changes, Tail } from '@weekend/protocol';
import type { Random } from '@weekend/simulator';
import type { Session } from './session.ts';

/** Saves that are called at once, and how many steps the disk takes before the next are: all there are, if not said. */
interface Step {
  saves: readonly Changes<Saved>[];
  steps?: number;
  /** Before these saves, the disk has room for so many more characters. */
  room?: number;
}

export type Script = readonly Step[];

export interface Entry {
  term: number;
  command: string;
}

export const entry = (term: number, command: string): Entry => ({ term, command });

export const tail = (from: number, ...items: Entry[]): { log: Tail<Entry> } => ({ log: { from, items } });

/** A vote, entries alone and many at once, entries while others are being written, and a conflict in a newer term. */
export const aLife: Script = [
  { saves: [{ currentTerm: 1, votedFor: 'n1' }] },
  { saves: [tail(0, entry(1, 'a'), entry(1, 'b'))] },
  { saves: [tail(2, entry(1, 'c')), tail(3, entry(1, 'd')), { currentTerm: 2, votedFor: null }], steps: 1 },
  { saves: [tail(4, entry(1, 'e'))], steps: 1 },
  { saves: [tail(5, entry(1, 'f'))] },
  { saves: [{ currentTerm: 3, votedFor: 'n3', ...tail(1, entry(3, 'x'), entry(3, 'y')) }] },
  { saves: [tail(2), tail(2, entry(3, 'z'))] },
];

/** The shortest lives that can be told wrong: of one save, and of two. */
export const shortLives: readonly Script[] = [
  [{ saves: [{ currentTerm: 1, votedFor: 'n1' }] }],
  [{ saves: [{ currentTerm: 1 }] }, { saves: [{ currentTerm: 2, votedFor: 'n2' }] }],
  [{ saves: [tail(0, entry(1, 'a'), entry(1, 'b'))] }, { saves: [tail(1, entry(2, 'x'))] }],
];

/** Values are forgotten, replaced as a whole and continued, in saves of one group. */
export const aForgetfulLife: Script = [
  { saves: [{ currentTerm: 1, votedFor: 'n1', ...tail(0, entry(1, 'a')) }] },
  {
    saves: [
      { votedFor: undefined },
      { currentTerm: 2, votedFor: 'n2', ...tail(1, entry(2, 'b')) },
      { votedFor: undefined, log: undefined },
      tail(0, entry(2, 'c')),
      tail(1, entry(2, 'd')),
    ],
    steps: 1,
  },
  { saves: [{ log: [entry(2, 'e')] }, tail(1, entry(2, 'f')), {}, { votedFor: null }], steps: 1 },
  { saves: [{ log: undefined, currentTerm: undefined }] },
];

/** Who saves more than fits into a page of whatever size. */
export const aLargeLife: Script = [
  { saves: [{ currentTerm: 1, ...tail(0, entry(1, 'a')) }] },
  { saves: [{ votedFor: 'n1', ...tail(1, entry(1, 'b'.repeat(9_000)), entry(1, 'c')) }] },
  { saves: [{ currentTerm: 2, log: Array.from({ length: 120 }, (_, i) => entry(2, `${i}`)) }] },
];

/** Many come at once. */
export const aCrowd: Script = [
  { saves: Array.from({ length: 150 }, (_, i) => ({ currentTerm: i, ...tail(i, entry(i, `command ${i}`)) })) },
];

/** The same saves, each when the one before has settled. */
export const oneByOne = (script: Script): Script =>
  script.flatMap(({ saves }) => saves.map((changes) => ({ saves: [changes] })));

export async function playScript(session: Session, script: Script): Promise<void> {
  for (const { saves, steps } of script) {
    for (const changes of saves) session.save(changes);
    await session.steps(steps);
  }
  await session.allDone();
}

/** A life of a few saves, some at once, some while others are being written. */
export function drawLife(random: Random): Script {
  let length = 0;
  let term = 1;
  const drawSave = (): Changes<Saved> => {
    const from = random.happens(0.3) ? random.between(0, length) : length;
    const items = Array.from({ length: random.below(4) }, (_, i) => entry(term, `${from + i}`));
    switch (random.below(4)) {
      case 0:
        term += 1;
        return { currentTerm: term, votedFor: random.pick(['n1', 'n2', null]) };
      case 1:
        term += 1;
        length = from + items.length;
        return { currentTerm: term, ...tail(from, ...items) };
      default:
        length = from + items.length;
        return tail(from, ...items);
    }
  };
  return Array.from({ length: random.between(2, 4) }, () => ({
    saves: Array.from({ length: random.between(1, 3) }, drawSave),
    ...(random.happens(0.6) && { steps: random.between(0, 3) }),
  }));
}
