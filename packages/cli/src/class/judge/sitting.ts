/** What a judge is started with, as JSON on its command line. */
import type { Dice } from '@weekend/grading';
import type { Folders } from './revived.ts';

export interface Sitting {
  /** The stage's name. */
  stage: string;
  folders: Folders;
  milestone?: string | undefined;
  dice: Dice;
  /** The pipes to the sandbox, by their paths or as file descriptors. */
  line: { questions: string; answers: string } | { questions: number; answers: number };
}
