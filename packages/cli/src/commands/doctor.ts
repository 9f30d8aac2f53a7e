/** `weekend doctor`: what this machine has and lacks, and the command that mends it. */
import { type ExitCode, exitCodes } from '../cannot-run.ts';
import { type Check, examine } from '../health.ts';
import { print, printJson } from '../output.ts';
import { paint, wrapped } from '../paper.ts';

export async function doctor({ json = false }: { json?: boolean }): Promise<ExitCode> {
  const checks = await examine();
  const healthy = checks.every(({ ok, needed }) => ok || !needed);
  if (json) printJson({ healthy, checks });
  else print(told(checks, healthy));
  return healthy ? exitCodes.holds : exitCodes.fellShort;
}

function told(checks: readonly Check[], healthy: boolean): string {
  const verdict = healthy
    ? `${paint('green', 'Everything that is needed is here.')}`
    : `${paint('red', 'Something that is needed is missing.')}`;
  return [paint('bold', 'This machine'), ...checks.flatMap(lines), '', verdict].join('\n');
}

function lines({ name, ok, needed, is, mend }: Check): string[] {
  const mark = ok ? paint('green', '✔') : needed ? paint('red', '✘') : paint('yellow', '·');
  const first = `  ${mark} ${name.padEnd(16)}`;
  const without = ok || needed ? '' : ' (not needed to be graded)';
  return [...wrapped(`${is}${without}`, first), ...(ok || !mend ? [] : [`${' '.repeat(20)}${paint('cyan', mend)}`])];
}
