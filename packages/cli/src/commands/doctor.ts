/** `weekend doctor`: what this machine has and lacks, and the command that mends it. */
import { type ExitCode, exitCodes } from '../cannot-run.ts';
import type { Check } from '../health/check.ts';
import { examine } from '../health/examine.ts';
import { print, printJson } from '../output.ts';
import { length, paint, wrapped } from '../paper.ts';
import { type PlainKey, say } from '../words/say.ts';

export async function doctor({ json = false }: { json?: boolean }): Promise<ExitCode> {
  const checks = await examine();
  const healthy = checks.every(({ ok, needed }) => ok || !needed);
  if (json) printJson({ healthy, checks });
  else print(told(checks, healthy));
  return healthy ? exitCodes.holds : exitCodes.fellShort;
}

function told(checks: readonly Check[], healthy: boolean): string {
  const verdict = healthy ? paint('green', say('doctor-healthy')) : paint('red', say('doctor-unhealthy'));
  return [paint('bold', say('doctor-title')), ...checks.flatMap(lines), '', verdict].join('\n');
}

function lines({ name, ok, needed, is, mend }: Check): string[] {
  const mark = ok ? paint('green', '✔') : needed ? paint('red', '✘') : paint('yellow', '·');
  const known = names[name];
  const label = known === undefined ? name : say(known);
  const first = `  ${mark} ${label}${' '.repeat(Math.max(1, 18 - length(label)))}`;
  const without = ok || needed ? '' : ` ${say('doctor-optional')}`;
  return [...wrapped(`${is}${without}`, first), ...(ok || !mend ? [] : [`${' '.repeat(22)}${paint('cyan', mend)}`])];
}

/** What has another name in other languages. */
const names: Record<string, PlainKey> = {
  browser: 'doctor-browser',
  ports: 'doctor-ports',
  disk: 'doctor-disk-name',
  clock: 'doctor-clock',
  'file events': 'doctor-file-events',
  repository: 'doctor-repository',
  'temporary files': 'doctor-temporary',
};
