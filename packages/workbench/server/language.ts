/** The languages of the pages, and of what their server says. */

export const languages = ['en', 'ja'] as const;

export type Language = (typeof languages)[number];
