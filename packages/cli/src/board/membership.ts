/** The board that this machine has joined, kept beside the progress: who we are there, and since when we are where. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Membership } from '@weekend/board/member';
import { textOf, writeFileWhole } from '../loop/whole-file.ts';
import { root } from '../places.ts';

export interface Kept {
  membership: Membership;
  /** The number of the last report. */
  number: number;
  /** The milestone that fails, and since when: milliseconds since 1970. */
  on?: { stage: string; milestone: string; since: number };
  /** Whether the student has been told that the board is not heard. */
  saidThatItIsSilent?: true;
}

const inHome = join(root, '.weekend', 'membership.json');

/** Nothing if no board was joined. A damaged file is as good as none: joining again mends it. */
export function keptMembership(file = inHome): Kept | undefined {
  try {
    const text = textOf(file);
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Only its owner reads it: it holds the key that the reports are signed with. */
export function keepMembership(kept: Kept, file = inHome): void {
  writeFileWhole(file, `${JSON.stringify(kept, null, 2)}\n`);
}

export function forgetMembership(file = inHome): void {
  rmSync(file, { force: true });
}
