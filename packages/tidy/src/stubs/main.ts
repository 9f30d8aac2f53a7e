/** `pnpm stubs`: writes each stub anew from its reference. With `--check` it writes nothing and says which differ. */
import { writeFileSync } from 'node:fs';
import { absolute, found, stubs } from './stubs.ts';

const check = process.argv.includes('--check');

for (const { file, fresh, text } of stubs())
  for (const path of [file, fresh]) {
    if (found(path) === text) continue;
    if (!check) writeFileSync(absolute(path), text);
    console.log(check ? `${path} is not its reference with the bodies taken out; "pnpm stubs" writes it anew.` : path);
    if (check) process.exitCode = 1;
  }
