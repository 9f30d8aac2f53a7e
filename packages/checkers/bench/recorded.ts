/** Where the recorded histories are: beside the checkout, not in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../../shared/data/histories');

/** Whether this machine has them. */
export const isRecordedHere = existsSync(join(folder, 'verdicts.json'));

interface Recorded {
  readonly name: string;
  readonly text: string;
  readonly verdict: 'ok' | 'illegal';
}

/** One register of a real etcd each, and what Porcupine took for each. */
export function etcdLogs(): (Recorded & { readonly porcupineMicros: number })[] {
  const verdicts = JSON.parse(readFileSync(join(folder, 'verdicts.json'), 'utf8')) as Record<
    string,
    { verdict: 'ok' | 'illegal'; porcupineMedianMicros: number }
  >;
  return Object.entries(verdicts).map(([name, { verdict, porcupineMedianMicros }]) => ({
    name,
    text: readFileSync(join(folder, name), 'utf8'),
    verdict,
    porcupineMicros: porcupineMedianMicros,
  }));
}

/** Key-value stores; their names say their verdicts. */
export function kvLogs(): Recorded[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('kv-'))
    .map((name) => ({
      name,
      text: readFileSync(join(folder, name), 'utf8'),
      verdict: name.includes('bad') ? 'illegal' : 'ok',
    }));
}
