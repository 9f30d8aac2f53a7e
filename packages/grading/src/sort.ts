/** What makes two failures the same: the rule, and what was wanted. Who, when and in which term may differ. */

/** `error` is what a handler threw. */
export interface Failed {
  rule?: string | undefined;
  message: string;
  error?: unknown;
}

export function sort({ rule, message, error }: Failed): string {
  if (error !== undefined) return `threw ${message}`;
  const wanted = message.split('; wanted ').at(-1) ?? '';
  return `${rule ?? ''} ${wanted.replaceAll(/\d+/g, '#')}`;
}
