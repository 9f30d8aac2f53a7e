/** In which language the command speaks: `--lang`, else WEEKEND_LANG, LC_ALL, LC_MESSAGES and LANG, in this order. */

export const languages = ['en', 'ja'] as const;

export type Language = (typeof languages)[number];

export const language = (env: NodeJS.ProcessEnv = process.env): Language => askedFor(env) ?? 'en';

/** Nothing where nobody has said: on Windows, say, or in a system without languages. */
export function askedFor(env: NodeJS.ProcessEnv = process.env): Language | undefined {
  const wish = env.WEEKEND_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  if (/^(C|POSIX)?(\.|$)/.test(wish)) return undefined;
  return /^ja(?![a-z])/i.test(wish) ? 'ja' : 'en';
}

/** Also for the processes that this one starts. */
export function speak(chosen: Language): void {
  process.env.WEEKEND_LANG = chosen;
}
