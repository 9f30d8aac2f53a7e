/** Every figure that a script draws, and where each is kept: `docs/figures/en/roles.svg`. Equal runs give equal bytes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { languages } from '../languages.ts';
import { docs } from '../places.ts';
import { amdahl } from './amdahl.ts';
import { failOver } from './fail-over.ts';
import { fiveNodes } from './five-nodes.ts';
import { logs } from './logs.ts';
import { roles } from './roles.ts';
import { splitVotes } from './split-votes.ts';

const all = [amdahl, failOver, fiveNodes, logs, roles, splitVotes];

export interface Drawing {
  file: string;
  svg: string;
}

export const drawings = (): Drawing[] =>
  languages.flatMap((language) =>
    all.map(({ name, draw }) => ({ file: join(docs, 'figures', language, `${name}.svg`), svg: draw(language) })),
  );

export function drawFigures(): Promise<void> {
  const drawn = drawings();
  for (const { file, svg } of drawn) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, svg);
  }
  console.log(`${drawn.length} figures are in docs/figures.`);
  return Promise.resolve();
}
