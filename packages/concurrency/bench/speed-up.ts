/**
 * Measures the speed-up of a student's `countPrimesOn`, and draws it: `node bench/speed-up.ts FILE [SVG]`. Without a file,
 * that of the reference.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { asSvg, asText, measure } from '../src/speed-up/index.ts';

const [file = resolve(import.meta.dirname, '../../../solutions/01-concurrency/concurrency.ts'), svg] =
  process.argv.slice(2);
const processors = availableParallelism();

try {
  // Beyond the processors, to see where it ends.
  const measured = await measure(pathToFileURL(resolve(file)).href, {
    most: Math.max(4, Math.min(processors + 2, 16)),
  });
  console.log(asText(measured, processors));
  if (svg) {
    writeFileSync(svg, asSvg(measured, processors));
    console.log(`\nThe picture is in ${svg}.`);
  }
} catch (error) {
  console.error(`Cannot measure ${file}: ${error instanceof Error ? error.message : error}.`);
  process.exitCode = 2;
}
