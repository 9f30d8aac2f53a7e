/** In which language the command speaks: `--lang`, else WEEKEND_LANG, LC_ALL, LC_MESSAGES and LANG, in this order. */

export const languages = ['en', 'ja'] as const;

export type Language = (typeof languages)[number];

export function language(env: NodeJS.ProcessEnv = process.env): Language {
  const wish = env.WEEKEND_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^ja(?![a-z])/i.test(wish) ? 'ja' : 'en';
}

/** Also for the processes that this one starts. */
export function speak(chosen: Language): void {
  process.env.WEEKEND_LANG = chosen;
}
