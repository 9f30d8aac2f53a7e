/** The two programs of a grade, as command lines of Node. */
import { fileURLToPath } from 'node:url';

export const judgeProgram = fileURLToPath(new URL('../judge/main.ts', import.meta.url));
/** From the root of the repository. */
export const sandboxProgram = 'packages/cli/src/class/sandbox/main.ts';

/** For both: TypeScript runs as it is, and says nothing about that. */
export const plainFlags = ['--no-warnings'];

export const judgeFlags = [...plainFlags, '--max-old-space-size=1024'];

/** Nobody teaches the language to say yes, and there is no way from text to code. */
export const sandboxFlags = (heapMb: number): string[] => [
  ...plainFlags,
  '--frozen-intrinsics',
  '--disallow-code-generation-from-strings',
  '--no-addons',
  `--max-old-space-size=${heapMb}`,
];

/** Where the repository's files are in a container. */
export const home = '/app';

/** Where a container's image has what a sandbox loads as it was compiled once. */
export const compiled = `${home}/compiled`;

/** In a container that holds both: where the judge's files are, which nobody but root may enter. */
export const judgeHome = '/judge';
