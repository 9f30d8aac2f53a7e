/** An error of the judge’s, as the student’s code sees it. When it comes home, it is the judge’s own again. */
import type { ThrownError } from '../wire/words.ts';

export function revived({ name, message, code }: ThrownError): Error {
  const error = Object.assign(new Error(message), code === undefined ? {} : { code });
  return Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
}
