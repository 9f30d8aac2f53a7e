/** The environment file beside a compose file: made once with the cluster's key, never overwritten, only added to. */
import { randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { CannotRun } from '../cannot-run.ts';
import { say } from '../words/say.ts';
import { attempt } from './options.ts';

/** Only its owner may read it. */
const secret = 0o600;

/** Makes sure that the file names `variable`; `value` is asked only if it does not. True if that changed the file. */
export function ensureVariable(file: string, variable: string, value: () => string): boolean {
  try {
    if (!existsSync(file)) {
      writeFileSync(file, `${variable}=${value()}\n`, { mode: secret, flag: 'wx' });
      return true;
    }
    const text = readFileSync(file, 'utf8');
    if (names(text, variable)) return false;
    const newLine = text === '' || text.endsWith('\n') ? '' : '\n';
    appendFileSync(file, `${newLine}${variable}=${value()}\n`);
    chmodSync(file, secret);
    return true;
  } catch (error) {
    throw new CannotRun(say('compose-env', { attempt: attempt(), file, variable, why: (error as Error).message }));
  }
}

/** A line with nothing after the `=` gives no value. */
const names = (text: string, variable: string): boolean => new RegExp(`^\\s*${variable}=.*\\S`, 'm').test(text);

export const newKey = (): string => randomBytes(32).toString('hex');
