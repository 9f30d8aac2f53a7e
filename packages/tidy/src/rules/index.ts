/** All the rules. */

import { architecture } from './architecture.ts';
import { declaredImports } from './declared-imports.ts';
import { fileLength } from './file-length.ts';
import { headers } from './headers.ts';
import { machines } from './machines.ts';
import { pinned } from './pinned.ts';
import { readme } from './readme.ts';
import { rootFiles } from './root-files.ts';
import { saidInEnglish } from './said-in-english.ts';
import { scripts } from './scripts.ts';
import { silencedTests } from './silenced-tests.ts';
import { sleeps } from './sleeps.ts';
import { switchedOff } from './switched-off.ts';
import { todos } from './todos.ts';

export const rules = [
  switchedOff,
  architecture,
  declaredImports,
  fileLength,
  headers,
  machines,
  pinned,
  readme,
  rootFiles,
  saidInEnglish,
  scripts,
  silencedTests,
  sleeps,
  todos,
];
