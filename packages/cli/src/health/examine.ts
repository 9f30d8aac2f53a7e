/** Looks at the machine: each thing that the workshop uses. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../places.ts';
import type { Check } from './check.ts';
import { clock, diskSpace, fileEvents, mayWrite, ports } from './machine.ts';
import { browser, compiler, compose, docker, git, node, pnpm } from './tools.ts';

export async function examine(): Promise<Check[]> {
  return await Promise.all([
    node(),
    compiler(),
    git(),
    pnpm(),
    docker(),
    compose(),
    browser(),
    ports(),
    diskSpace(),
    clock(join(root, '.weekend')),
    fileEvents(),
    mayWrite('repository', join(root, '.weekend')),
    mayWrite('temporary files', tmpdir()),
  ]);
}
